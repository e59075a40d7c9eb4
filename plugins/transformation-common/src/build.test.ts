import { createBuildRequest } from './build';

const accepts = (path: string) =>
  createBuildRequest.safeParse({ files: [{ path, content: '' }] }).success;

describe('the files of a build', () => {
  it.each(['a', '.gitignore', 'src/a b.ts', 'test/..x/ü.ts', 'a.git/b'])(
    'may be at %j',
    path => {
      expect(accepts(path)).toBe(true);
    },
  );

  it.each([
    '',
    '/etc/passwd',
    '../a',
    'a/../../b',
    './a',
    'a//b',
    'a/',
    '.git/hooks/post-checkout',
    'a/.GIT/config',
    'a\\..\\b',
    'a\nb',
    'a\0b',
  ])('may not be at %j', path => {
    expect(accepts(path)).toBe(false);
  });
});
