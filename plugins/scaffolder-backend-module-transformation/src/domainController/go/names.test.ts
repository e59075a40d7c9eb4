import { goFields, goName } from './names';

describe('names in Go', () => {
  it.each([
    ['total_minor', 'TotalMinor'],
    ['url', 'Url'],
    ['url2x', 'Url2X'],
    ['HTTPEndpoint', 'HTTPEndpoint'],
    ['Order2x', 'Order2X'],
  ])('are those of its generator: %s', (name, expected) => {
    expect(goName(name)).toBe(expected);
  });

  it('of fields do not meet those of methods', () => {
    expect(goFields(['name', 'string', 'get_name', 'reset'])).toEqual({
      name: 'Name',
      string: 'String_',
      get_name: 'GetName_',
      reset: 'Reset_',
    });
  });
});
