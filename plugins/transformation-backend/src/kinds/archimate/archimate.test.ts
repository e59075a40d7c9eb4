import { CONTENTS } from '../../__testUtils__/contents';
import { archimateFunctions } from '.';
import { readArchimate } from './read';

const base = CONTENTS.archimate;

describe('the kind archimate', () => {
  it('reads elements, relationships and views', () => {
    expect(readArchimate(base)).toEqual({
      id: 'Sales',
      name: 'Sales',
      elements: [
        {
          id: 'Quoting',
          name: 'Quoting',
          type: 'BusinessProcess',
          documentation: 'Makes offers.',
          properties: { risk: 'low' },
        },
        {
          id: 'Crm',
          name: 'CRM',
          type: 'ApplicationComponent',
          properties: {},
        },
      ],
      relationships: [
        {
          id: 'Serves',
          type: 'Serving',
          source: 'Crm',
          target: 'Quoting',
          properties: {},
        },
      ],
      views: [{ id: 'Overview', name: 'Overview', shows: ['Quoting'] }],
      layout: [{ id: 'N1', x: 0, y: 0, width: 120, height: 55 }],
    });
  });

  it('tells what changed in its own terms', async () => {
    const after = base
      .replace('>CRM<', '>Customers<')
      .replace('<value xml:lang="en">low', '<value xml:lang="en">high')
      .replace('x="0"', 'x="9"');
    await expect(archimateFunctions.difference(base, after)).resolves.toEqual([
      {
        elementId: 'Quoting',
        elementType: 'element',
        elementName: 'Quoting',
        change: 'changed',
        detail: 'properties risk changed from "low" to "high"',
      },
      {
        elementId: 'Crm',
        elementType: 'element',
        elementName: 'Customers',
        change: 'changed',
        detail: 'name changed from "CRM" to "Customers"',
      },
      { elementId: 'N1', elementType: 'layout', change: 'moved' },
    ]);
  });

  it.each([
    ['<a', /line 1/],
    ['<html/>', /line 1: this is no ArchiMate model but <html>/],
  ])('refuses %s', async (content, message) => {
    await expect(archimateFunctions.problemOf(content)).resolves.toMatch(
      message,
    );
  });

  it('finds types that there are not, and relationships to nothing', async () => {
    await expect(
      archimateFunctions.validate(base.replace('"Serving"', '"Feeding"')),
    ).resolves.toMatchObject([
      {
        code: 'KIND001',
        message: expect.stringMatching(/^relationships.0.type/),
      },
    ]);
    await expect(
      archimateFunctions.validate(
        base.replace('target="Quoting"', 'target="X"'),
      ),
    ).resolves.toMatchObject([
      {
        code: 'KIND003',
        elementId: 'Serves',
        message: 'Serves: target names X, which is not there',
      },
    ]);
  });

  it('says that it takes whole contents alone', async () => {
    await expect(archimateFunctions.apply(base, [])).resolves.toEqual({
      problem: 'this kind takes whole contents alone; send the content instead',
    });
  });
});
