import { attribute, identifier, method, moduleOf } from './names';
import { tomlString } from '../../text/toml';

/** What protobuf-py and connectrpc make of the same names. */
describe('names in Python', () => {
  it.each([
    ['customer', 'customer'],
    ['class', 'class_'],
    ['type', 'type'],
    ['desc', 'desc_'],
    ['from_binary', 'from_binary_'],
    ['pb_x', 'pb_pb_x'],
    ['ext_x', 'pb_ext_x'],
  ])('of the field %s: %s', (field, name) => {
    expect(attribute(field)).toBe(name);
  });

  it.each([
    ['order', 'order'],
    ['import', 'import_'],
    ['foo_pb', 'foo_pb_'],
    ['pb_service', 'pb_pb_service'],
  ])('of the file %s: %s', (file, name) => {
    expect(moduleOf(file)).toBe(name);
  });

  it.each([
    ['CreateHTTPEndpoint', 'create_http_endpoint'],
    ['GetA2B', 'get_a2b'],
    ['AS', 'as_'],
  ])('of the method %s: %s', (rpc, name) => {
    expect(method(rpc)).toBe(name);
  });

  it('of classes', () => {
    expect(identifier('None')).toBe('None_');
    expect(identifier('Order')).toBe('Order');
  });
});

describe('texts in TOML', () => {
  it('stay in their place', () => {
    expect(tomlString('a"\\\n[x]')).toBe('"a\\"\\\\ [x]"');
  });
});
