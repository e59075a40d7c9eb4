import { CONTENTS } from '../../__testUtils__/contents';
import { dmnFunctions } from '.';
import { readDmn } from './read';

const base = CONTENTS.dmn;

describe('the kind dmn', () => {
  it('reads tables, requirements and layout', async () => {
    await expect(readDmn(base)).resolves.toEqual({
      id: 'Discounts',
      name: 'Discounts',
      inputData: [{ id: 'Amount', name: 'Amount' }],
      decisions: [
        {
          id: 'Discount',
          name: 'Discount',
          requires: ['Amount'],
          hitPolicy: 'FIRST',
          inputs: [
            { id: 'In', name: 'Amount', expression: 'amount', type: 'number' },
          ],
          outputs: [{ id: 'Out', name: 'discount', type: 'number' }],
          rules: [
            { id: 'Large', when: ['> 100'], then: ['10'] },
            { id: 'Small', when: ['-'], then: ['0'] },
          ],
        },
      ],
      layout: [{ id: 'Discount', x: 10, y: 20, width: 180, height: 80 }],
    });
  });

  it('tells what changed, and apart from it what was moved', async () => {
    const after = base
      .replace('&gt; 100', '&gt; 200')
      .replace('x="10"', 'x="50"')
      .replace(/ *<rule id="Small".*\n/, '');
    await expect(dmnFunctions.difference(base, after)).resolves.toEqual([
      {
        elementId: 'Large',
        elementType: 'rule',
        change: 'changed',
        detail: 'when 1 changed from "> 100" to "> 200"',
      },
      { elementId: 'Small', elementType: 'rule', change: 'removed' },
      {
        elementId: 'Discount',
        elementType: 'decision',
        elementName: 'Discount',
        change: 'moved',
      },
    ]);
  });

  it('refuses what is no DMN, and finds mistakes in what is', async () => {
    await expect(dmnFunctions.problemOf('hello')).resolves.toMatch(
      /this is no DMN XML .* export it again as DMN 1.3/,
    );
    await expect(
      dmnFunctions.problemOf(`<!DOCTYPE x>${base}`),
    ).resolves.toMatch(/line 1: a DOCTYPE declaration is not allowed/);
    await expect(
      dmnFunctions.validate(base.replace('href="#Amount"', 'href="#Nowhere"')),
    ).resolves.toMatchObject([
      {
        code: 'KIND003',
        message: 'Discount: requirement names Nowhere, which is not there',
      },
    ]);
  });

  it('carries operations out', async () => {
    const { content } = await dmnFunctions.apply(base, [
      { op: 'set', elementId: 'L1', property: 'text', value: '> 300' },
      { op: 'remove', elementId: 'Amount' },
    ]);
    expect(await readDmn(content!)).toMatchObject({
      inputData: [],
      decisions: [{ requires: [], rules: [{ when: ['> 300'] }, {}] }],
    });
  });

  it('joins changes of different rules, and refuses another order of them', async () => {
    const theirs = base.replace('<text>10</text>', '<text>15</text>');
    const mine = base.replace('<text>0</text>', '<text>1</text>');
    const { content } = await dmnFunctions.merge(base, theirs, mine);
    expect((await readDmn(content!)).decisions[0].rules).toMatchObject([
      { then: ['15'] },
      { then: ['1'] },
    ]);
    const lines = base.split('\n');
    const small = lines.findIndex(line => line.includes('<rule id="Small"'));
    const turned = lines
      .with(small, lines[small - 1])
      .with(small - 1, lines[small])
      .join('\n');
    await expect(dmnFunctions.merge(base, theirs, turned)).resolves.toEqual({
      elementIds: ['Table'],
    });
  });
});
