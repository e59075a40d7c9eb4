import type { Aggregate } from '../model/model';

/**
 * Rules for fields that have to have a value. They are of the request and not
 * of the aggregate, since an update sends only what it changes.
 */
export function requiredRule(
  { snake, fields }: Aggregate,
  request: 'create' | 'update',
): string {
  return fields
    .filter(field => 'required' in field && field.required)
    .map(field => {
      const value = `this.${snake}.${field.name}`;
      const isSet = {
        string: `${value} != ''`,
        enum: `${value} != 0`,
        timestamp: `has(${value})`,
      }[field.type as 'string' | 'enum' | 'timestamp'];
      const mask = 'this.update_mask.paths';
      const unmasked = `size(${mask}) > 0 && !('${field.name}' in ${mask}) && !('*' in ${mask})`;
      return `\
  option (buf.validate.message).cel = {
    id: "${snake}.${field.name}.required"
    message: "${snake}.${field.name} has to have a value"
    expression: "${request === 'create' ? isSet : `(${unmasked}) || ${isSet}`}"
  };
`;
    })
    .join('');
}
