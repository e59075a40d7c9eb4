import { parseFilePath } from './parseFilePath';

describe('parseFilePath', () => {
  it.each([
    [
      'acme/services/lead-to-order/blob/main/src/a.ts',
      'services/lead-to-order',
    ],
    ['services/lead-to-order/blob/main/src/a.ts', 'services/lead-to-order'],
    ['acme/gitops/blob/main/src/a.ts', 'gitops'],
    ['gitops/blob/main/src/a.ts', 'gitops'],
  ])('%s is in %s', (rest, repository) => {
    expect(parseFilePath(rest)).toEqual({
      repository,
      branch: 'main',
      path: 'src/a.ts',
    });
  });

  it('keeps a folder that is called blob', () => {
    expect(parseFilePath('acme/gitops/blob/main/blob/x')?.path).toBe('blob/x');
  });

  it.each([
    '',
    'acme',
    'blob/main/x',
    'acme/gitops/blob/main',
    'a/b/c/d/blob/main/x',
  ])('refuses %p', rest => {
    expect(parseFilePath(rest)).toBeUndefined();
  });
});
