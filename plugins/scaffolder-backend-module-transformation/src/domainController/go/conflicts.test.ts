import { readModel } from '../model/readModel';
import { findGoConflicts } from './conflicts';

const model = (names: string[], more: object = {}) =>
  readModel({
    name: 'orders',
    title: 'Orders',
    organization: 'acme',
    domain: 'orders',
    language: 'go',
    owner: 'group:demo/sales',
    system: 'system:demo/lead-to-order',
    aggregates: names.map(name => ({
      name,
      fields: [{ name: 'customer', type: 'string' }],
    })),
    ...more,
  });

describe('findGoConflicts', () => {
  it.each([['Order', 'Type', 'Func', 'Error', 'String', 'LabTest', 'Windows']])(
    'has nothing against words of Go: %s, %s, …',
    (...names) => {
      expect(findGoConflicts(model(names))).toEqual([]);
    },
  );

  it.each([
    [model(['Order'], { domain: 'internal' }), /folder called internal/],
    [model(['Order'], { organization: 'vendor' }), /folder called vendor/],
    [model(['RobotArm']), /robot_arm.pb.go for one system alone/],
    [model(['HomeWindowsTest']), /home_windows_test.pb.go/],
    [model(['GetUpdateMask']), /cannot be called GetUpdateMask/],
    [model(['Order', 'NewOrder']), /two of the name in Go NewOrderService/],
    [model(['Order2x', 'Order2X']), /two of the name in Go Order2X/],
  ])('finds what meets or means something else', (found, reason) => {
    expect(findGoConflicts(found).join('; ')).toMatch(reason);
  });
});
