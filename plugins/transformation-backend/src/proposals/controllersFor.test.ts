import { drawing } from '../__testUtils__/drawing';
import { controllersFor } from './controllersFor';
import { unboundTasks } from './unboundTasks';

const service = (id: string, name: string, inside = '', type = 'serviceTask') =>
  `<bpmn:${type} id="${id}" name="${name}"><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:${type}>`;
const job = (type: string) => `<zeebe:taskDefinition type="${type}"/>`;
const inputs = (...names: string[]) =>
  `<zeebe:ioMapping>${names
    .map(name => `<zeebe:input source="=x" target="${name}"/>`)
    .join('')}</zeebe:ioMapping>`;
const bound =
  '<zeebe:properties><zeebe:property name="ameide.io/component" value="component:demo/sales"/></zeebe:properties>';

const withTasks = (...tasks: string[]) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="x"><bpmn:process id="p">${tasks.join(
    '',
  )}</bpmn:process></bpmn:definitions>`;

const FACTS = {
  tenant: 'demo',
  artifactId: 'lead-to-order',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
};

describe('proposals of controllers', () => {
  it('are of tasks that a service does and nothing is bound to', async () => {
    const tasks = await unboundTasks(
      withTasks(
        service('Bound', 'Capture lead', job('sales.capture-lead') + bound),
        service(
          'Script',
          'Sum',
          '<zeebe:script expression="=1"/>',
          'scriptTask',
        ),
        service('Person', 'Approve', '', 'userTask'),
        service('Free', 'Reserve stock', job('inventory.reserve-stock')),
        service('Bare', 'Send the offer', '', 'sendTask'),
      ),
    );
    expect(tasks).toEqual([
      {
        id: 'Free',
        name: 'Reserve stock',
        jobType: 'inventory.reserve-stock',
        inputs: [],
      },
      { id: 'Bare', name: 'Send the offer', inputs: [] },
    ]);
    expect(await unboundTasks(drawing())).toEqual([]);
  });

  it('are one for each domain, with what its tasks do and are given', async () => {
    const tasks = await unboundTasks(
      withTasks(
        service(
          'A',
          'Create stock item',
          job('inventory.create-stock-item') + inputs('sku', 'unitPrice'),
        ),
        service(
          'B',
          'Reserve',
          job('inventory.reserve-stock-item') + inputs('sku'),
        ),
        service('C', 'Überprüfe Angebot'),
      ),
    );
    expect(controllersFor(tasks, FACTS)).toEqual([
      {
        templateRef: 'template:default/domain-controller',
        tasks: ['A', 'B'],
        missing: [],
        values: {
          name: 'inventory',
          title: 'Inventory',
          description: 'Does "Create stock item" and "Reserve"',
          organization: 'demo',
          domain: 'inventory',
          language: 'typescript',
          owner: FACTS.owner,
          system: FACTS.system,
          aggregates: [
            {
              name: 'StockItem',
              fields: [
                { name: 'sku', type: 'string' },
                { name: 'unit_price', type: 'string' },
              ],
              states: ['NEW', 'RESERVE_DONE'],
              commands: [
                { name: 'Reserve', from: ['NEW'], to: 'RESERVE_DONE' },
              ],
            },
          ],
        },
      },
      expect.objectContaining({
        tasks: ['C'],
        values: expect.objectContaining({
          name: 'lead-to-order',
          domain: 'leadtoorder',
          aggregates: [
            expect.objectContaining({
              name: 'Angebot',
              fields: [{ name: 'note', type: 'string' }],
            }),
          ],
        }),
      }),
    ]);
  });

  it('say what nobody has told', () => {
    const [proposal] = controllersFor(
      [{ id: 'A', name: '42', inputs: ['', '7', '$'] }],
      { tenant: 'demo', artifactId: 'x' },
    );
    expect(proposal.missing).toEqual(['owner', 'system']);
    expect(proposal.values).toMatchObject({
      name: 'x',
      aggregates: [{ name: 'X', fields: [{ name: 'note' }] }],
    });
  });
});
