import { render, screen } from '@testing-library/react';
import { Statistics } from './Statistics';

describe('Statistics', () => {
  it('names how many instances there are in each status, and how old that is', () => {
    render(
      <Statistics
        byStatus={{ completed: 12, running: 3 }}
        withIncidents={1}
        asOf={new Date().toISOString()}
      />,
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['3running', '12completed', '1incident']);
    expect(screen.getByText('just now')).toBeInTheDocument();
  });

  it('says nothing where there is no instance', () => {
    const { container } = render(
      <Statistics
        byStatus={{}}
        withIncidents={0}
        asOf="2026-11-26T10:00:00Z"
      />,
    );
    expect(container).toBeEmptyDOMElement();
  });
});
