import type { TextRule } from '../rule';

export const doctype: TextRule = {
  code: 'BT1002',
  severity: 'error',
  title: 'The drawing has a document type or entities',
  hint: 'Save it without <!DOCTYPE>; BPMN needs none, and entities can be made to eat all memory.',
  *find(source) {
    const text = source.replace(
      /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g,
      '',
    );
    if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text))
      yield { message: 'The drawing declares a document type or an entity' };
  },
};
