import type {
  DescriptorProto,
  FileDescriptorProto,
} from '@bufbuild/protobuf/wkt';

/** What contracts say about methods and fields, by their full names. */
export type Comments = ReadonlyMap<string, string>;

// numbers of fields in descriptor.proto, which paths to comments are made of
const MESSAGE = 4;
const SERVICE = 6;
const METHOD = 2;
const FIELD = 2;
const NESTED = 3;

/** The comments above methods and fields. */
export function commentsOf(files: readonly FileDescriptorProto[]): Comments {
  const found = new Map<string, string>();
  for (const file of files) {
    const names = new Map(namesIn(file));
    for (const { path, leadingComments } of file.sourceCodeInfo?.location ??
      []) {
      const name = names.get(path.join());
      if (name && leadingComments) {
        found.set(name, leadingComments.trim().replace(/\s+/g, ' '));
      }
    }
  }
  return found;
}

function namesIn(file: FileDescriptorProto): [string, string][] {
  return [
    ...file.service.flatMap((service, i) =>
      service.method.map(({ name }, j): [string, string] => [
        [SERVICE, i, METHOD, j].join(),
        `${file.package}.${service.name}.${name}`,
      ]),
    ),
    ...file.messageType.flatMap((message, i) =>
      fieldsIn([MESSAGE, i], `${file.package}.${message.name}`, message),
    ),
  ];
}

const fieldsIn = (
  path: number[],
  name: string,
  message: DescriptorProto,
): [string, string][] => [
  ...message.field.map((field, i): [string, string] => [
    [...path, FIELD, i].join(),
    `${name}.${field.name}`,
  ]),
  ...message.nestedType.flatMap((nested, i) =>
    fieldsIn([...path, NESTED, i], `${name}.${nested.name}`, nested),
  ),
];
