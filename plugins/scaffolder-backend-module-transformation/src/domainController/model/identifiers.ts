/** `OrderLine` and `orderLine` as `order_line`. */
export function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** `order_line` as `OrderLine`. */
export function pascal(name: string): string {
  return snake(name)
    .split('_')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** `order_line` as `orderLine`. */
export function camel(name: string): string {
  const result = pascal(name);
  return result.charAt(0).toLowerCase() + result.slice(1);
}

/** `OrderLine` as `ORDER_LINE`. */
export const upper = (name: string): string => snake(name).toUpperCase();

/** The English plural of a noun in PascalCase; what it gets wrong a parameter can say. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  return `${noun}s`;
}
