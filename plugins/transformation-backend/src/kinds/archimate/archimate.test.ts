import type { ElementOperation } from '@ameide/plugin-transformation-common';
import { CONTENTS } from '../../__testUtils__/contents';
import { archimateFunctions } from '.';
import { readArchimate } from './read';

const base = CONTENTS.archimate.replace(
  '<elements>',
  '<!-- kept --><elements>',
);

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

  describe('operations', () => {
    const set = (elementId: string, property: string, value: unknown) =>
      ({ op: 'set', elementId, property, value } as ElementOperation);
    const apply = (...operations: ElementOperation[]) =>
      archimateFunctions.apply(base, operations);

    it('set names, types, ends and properties, and leave all else', async () => {
      const { content } = await apply(
        set('Crm', 'name', 'Customers & more'),
        set('Crm', 'documentation', 'Knows them.'),
        set('Crm', 'type', 'ApplicationService'),
        set('Quoting', 'risk', 'high'),
        set('Serves', 'source', 'Quoting'),
      );
      expect(content).toContain('>Customers &amp; more</name><documentation>');
      expect(content).toContain('<!-- kept -->');
      expect(readArchimate(content!)).toMatchObject({
        elements: [
          { id: 'Quoting', properties: { risk: 'high' } },
          {
            id: 'Crm',
            name: 'Customers & more',
            documentation: 'Knows them.',
            type: 'ApplicationService',
          },
        ],
        relationships: [{ source: 'Quoting' }],
      });
    });

    it('take properties and texts away with null', async () => {
      const { content } = await apply(
        set('Quoting', 'risk', null),
        set('Quoting', 'documentation', null),
      );
      expect(readArchimate(content!).elements[0]).toEqual({
        id: 'Quoting',
        name: 'Quoting',
        type: 'BusinessProcess',
        properties: {},
      });
      expect(content).not.toContain('<properties>');
    });

    it('remove an element with its relationships and what views show of it', async () => {
      const { content } = await apply({ op: 'remove', elementId: 'Quoting' });
      expect(readArchimate(content!)).toMatchObject({
        elements: [{ id: 'Crm' }],
        relationships: [],
        views: [{ shows: [] }],
        layout: [],
      });
    });

    it.each([
      [set('Nobody', 'name', 'x'), 'there is no element Nobody'],
      [set('Crm', 'source', 'Quoting'), /it is no relationship/],
      [set('Serves', 'target', null), 'Serves cannot be without target'],
      [set('Crm', 'cost', '3'), /^the model defines no property cost/],
      [set('Crm', 'name', 3), 'name of Crm cannot be 3'],
      [{ op: 'remove', elementId: 'Sales' } as ElementOperation, /whole/],
    ])('that do not fit are refused: %j', async (operation, problem) => {
      await expect(apply(operation)).resolves.toEqual({
        problem: expect.stringMatching(problem),
      });
    });
  });
});
