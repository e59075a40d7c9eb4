import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('asks who one is', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test' },
            backend: { baseUrl: 'http://localhost:7007' },
            auth: {
              providers: {
                development: {
                  persons: [{ userEntityRef: 'user:acme/ada', title: 'Ada' }],
                },
              },
            },
          },
          context: 'test',
        },
      ] as unknown as string,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: /Ada/ }, { timeout: 10_000 }),
    ).toBeInTheDocument();
  }, 20_000);
});
