/** How many arguments a function takes; `optional` ones may be left out, and null is not the same as left out. */
export interface Signature {
  readonly required: number;
  readonly optional: number;
}

const many = Number.POSITIVE_INFINITY;

/** The functions of FEEL that the runtime has, by required and further arguments. */
const signatures: Readonly<
  Record<string, readonly [required: number, optional: number]>
> = {
  abs: [1, 0],
  all: [1, many],
  any: [1, many],
  append: [2, many],
  ceiling: [1, 1],
  concatenate: [1, many],
  contains: [2, 0],
  'context put': [3, 0],
  count: [1, 0],
  decimal: [2, 0],
  'distinct values': [1, 0],
  'ends with': [2, 0],
  even: [1, 0],
  flatten: [1, 0],
  floor: [1, 1],
  'get entries': [1, 0],
  'get or else': [2, 0],
  'get value': [2, 0],
  'index of': [2, 0],
  'is blank': [1, 0],
  'is defined': [1, 0],
  'is empty': [1, 0],
  'list contains': [2, 0],
  'lower case': [1, 0],
  matches: [2, 0],
  max: [1, many],
  mean: [1, many],
  min: [1, many],
  modulo: [2, 0],
  number: [1, 0],
  odd: [1, 0],
  product: [1, many],
  reverse: [1, 0],
  'round down': [2, 0],
  'round half down': [2, 0],
  'round half up': [2, 0],
  'round up': [2, 0],
  split: [2, 0],
  sqrt: [1, 0],
  'starts with': [2, 0],
  string: [1, 0],
  'string join': [1, 1],
  'string length': [1, 0],
  sublist: [2, 1],
  substring: [2, 1],
  'substring after': [2, 0],
  'substring before': [2, 0],
  sum: [1, many],
  trim: [1, 0],
  'upper case': [1, 0],
};

export function signatureOf(name: string): Signature | undefined {
  const signature = Object.hasOwn(signatures, name)
    ? signatures[name]
    : undefined;
  return signature && { required: signature[0], optional: signature[1] };
}

/** Functions that only the interpreter has. */
const interpreted = new Set(
  (
    'after,before,context,context merge,date,date and time,day of week,day of year,duration,exp,includes,' +
    'insert before,is,list replace,log,median,meets,met by,mode,month of year,now,overlaps,remove,replace,sort,' +
    'stddev,time,today,union,week of year,years and months duration,not'
  ).split(','),
);

/** Whether a function of the name exists at all. */
export function isFunctionName(name: string): boolean {
  return interpreted.has(name) || Object.hasOwn(signatures, name);
}

const booleans = new Set(
  'all,any,contains,ends with,even,is,is blank,is defined,is empty,list contains,matches,not,odd,starts with'.split(
    ',',
  ),
);

/** Whether the function answers true, false or null. */
export function isTrueOrFalse(name: string): boolean {
  return booleans.has(name);
}
