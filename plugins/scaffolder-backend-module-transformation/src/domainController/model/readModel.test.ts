import { readModel } from './readModel';

const VALID = {
  name: 'orders',
  title: 'Orders',
  organization: 'acme',
  domain: 'orders',
  language: 'typescript',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
  aggregates: [
    {
      name: 'OrderLine',
      fields: [{ name: 'unit_price', type: 'int64' }],
      states: ['OPEN', 'CLOSED'],
      commands: [{ name: 'Close', from: ['OPEN'], to: 'CLOSED' }],
    },
  ],
};
const withAggregate = (more: object) => ({
  ...VALID,
  aggregates: [{ ...VALID.aggregates[0], ...more }],
});

describe('readModel', () => {
  it('derives all names', () => {
    expect(readModel(VALID)).toMatchObject({
      tenant: 'demo',
      protoPackage: 'acme.orders.v1',
      protoPath: 'acme/orders/v1',
      aggregates: [
        {
          camel: 'orderLine',
          snake: 'order_line',
          plural: 'OrderLines',
          collection: 'orderLines',
          table: 'order_lines',
          fields: [{ camel: 'unitPrice', enumName: 'UnitPrice' }],
          commands: [{ method: 'CloseOrderLine', event: 'OrderLineClosed' }],
        },
      ],
    });
  });

  it.each([
    [{ ...VALID, name: '../x' }, /name: /],
    [{ ...VALID, domain: 'a.b' }, /domain: /],
    [{ ...VALID, title: 'a\nb' }, /title: /],
    [{ ...VALID, owner: 'group:demo/../x' }, /owner: /],
    [{ ...VALID, owner: 'group:-/sales' }, /owner: /],
    [{ ...VALID, owner: `group:${'a'.repeat(64)}/sales` }, /owner: /],
    [{ ...VALID, extra: 1 }, /parameters: .*extra/],
    [{ ...VALID, aggregates: [] }, /aggregates: /],
    [withAggregate({ name: 'x"; DROP' }), /aggregates.0.name: /],
    [withAggregate({ fields: [{ name: 'etag', type: 'bool' }] }), /taken/],
    [withAggregate({ fields: [{ name: 'a', type: 'bytes' }] }), /type: /],
    [
      withAggregate({ fields: [{ name: 'a', type: 'enum', values: ['x'] }] }),
      /values.0: /,
    ],
    [
      withAggregate({
        commands: [{ name: 'Get', from: ['OPEN'], to: 'OPEN' }],
      }),
      /has this method already/,
    ],
    [
      withAggregate({
        commands: [{ name: 'Void', from: ['OPEN'], to: 'GONE' }],
      }),
      /VoidOrderLine speaks of GONE/,
    ],
    [
      withAggregate({
        commands: ['HTTPGet', 'HttpGet'].map(name => ({
          name,
          from: ['OPEN'],
          to: 'OPEN',
        })),
      }),
      /two of the method of OrderLine httpgetorderline/,
    ],
    [withAggregate({ plural: 'Outbox' }), /table outbox/],
    [
      withAggregate({
        fields: [
          { name: 'a', type: 'bool' },
          { name: 'a', type: 'bool' },
        ],
      }),
      /two of the field of OrderLine a/,
    ],
    [
      { ...VALID, aggregates: [VALID.aggregates[0], VALID.aggregates[0]] },
      /two of the message OrderLine/,
    ],
    [withAggregate({ name: 'RequestContext' }), /message RequestContext/],
    [withAggregate({ name: 'Context' }), /cannot be called Context/],
  ])('refuses %j', (values, reason) => {
    expect(() => readModel(values)).toThrow(reason);
  });
});
