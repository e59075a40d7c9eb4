import { aggregateFunctions } from './feel-aggregates';
import { contextFunctions } from './feel-contexts';
import { extensions } from './feel-extensions';
import { listFunctions } from './feel-lists';
import { numberFunctions } from './feel-numbers';
import { textFunctions } from './feel-text';

/** The functions of FEEL, by their names in camel case: `string length(x)` is `fn.stringLength(x)`. */
export const fn = {
  ...aggregateFunctions,
  ...contextFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...textFunctions,
  isDefined: extensions['is defined'],
  getOrElse: extensions['get or else'],
  isBlank: extensions['is blank'],
  isEmpty: extensions['is empty'],
  trim: extensions.trim,
};
