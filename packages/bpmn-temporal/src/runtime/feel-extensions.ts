import { asList, asText } from './feel-types';

/** Functions of Camunda's FEEL that the library does not have, by their names in FEEL. */
export const extensions = {
  'is defined': (value: unknown) => (value ?? null) !== null,
  'get or else': (value: unknown, otherwise: unknown) =>
    value ?? otherwise ?? null,
  'is blank': (value: unknown) => {
    const text = asText(value);
    return text === undefined ? null : text.trim() === '';
  },
  'is empty': (value: unknown) => {
    const list = asList(value);
    return list === undefined ? null : list.length === 0;
  },
  trim: (value: unknown) => asText(value)?.trim() ?? null,
};
