import { between, expectFault, plain, untested } from './__testUtils__/faults';
import type { Fault } from './__testUtils__/faults';
import { dataRules } from './rules/data';

const items =
  '<itemDefinition id="T" structureRef="text" /><itemDefinition id="N" structureRef="number" /><itemDefinition id="L" structureRef="text" isCollection="true" /><message id="M" name="m" itemRef="T" /><error id="E" errorCode="e" structureRef="T" /><interface id="I" name="i"><operation id="O" name="o"><inMessageRef>M</inMessageRef></operation></interface>';
const input = (id: string, item: string, more = '') =>
  `<dataInput id="${id}" itemSubjectRef="${item}"${more} />`;
const io = (inputs: string, refs: string, outputs = '', outRefs = '') =>
  `<ioSpecification id="io">${inputs}${outputs}<inputSet id="is">${refs}</inputSet><outputSet id="os">${outRefs}</outputSet></ioSpecification>`;
const refs = (...ids: string[]) =>
  ids.map(id => `<dataInputRefs>${id}</dataInputRefs>`).join('');
const activity = (
  type: string,
  attributes: string,
  inside: string,
  more = '',
) =>
  plain(
    `${between(
      `<${type} id="a" ${attributes}>${inside}</${type}>`,
      's>a a>e',
    )}<dataObject id="D" name="Order" itemSubjectRef="T" /><dataObject id="D2" itemSubjectRef="T" />${more}`,
    items,
  );
const read = (inside: string) =>
  activity(
    'task',
    '',
    `${io(
      input('i', 'T'),
      refs('i'),
    )}<dataInputAssociation id="da">${inside}</dataInputAssociation>`,
  );
const called = (inside: string) =>
  plain(
    between(
      `<callActivity id="a" calledElement="G">${inside}</callActivity>`,
      's>a a>e',
    ),
    `${items}<globalTask id="G">${io(input('gi', 'T'), refs('gi')).replace(
      /id="(io|is|os)"/g,
      'id="g$1"',
    )}</globalTask>`,
  );

const faults: readonly Fault[] = [
  [
    'BT2301',
    'i',
    activity('task', '', io(input('i', 'L', '§'), refs('i'))),
    '',
    ' isCollection="true"',
  ],
  [
    'BT2302',
    'a',
    activity('serviceTask', 'operationRef="O"', io(input('i', '§'), refs('i'))),
    'N',
    'T',
  ],
  [
    'BT2302',
    'a',
    activity('serviceTask', 'operationRef="O"', '§'),
    '',
    io(input('i', 'T'), refs('i')),
  ],
  [
    'BT2303',
    'a',
    activity(
      'sendTask',
      'messageRef="M"',
      io(`${input('i', 'T')}§`, refs('i')),
    ),
    input('j', 'T'),
    '',
  ],
  [
    'BT2303',
    'a',
    activity('sendTask', 'messageRef="M"', io(input('i', '§'), refs('i'))),
    'N',
    'T',
  ],
  ['BT2304', 'a', called('§'), '', io(input('i', 'T'), refs('i'))],
  ['BT2304', 'a', called(io(input('i', '§'), refs('i'))), 'N', 'T'],
  [
    'BT2305',
    'G',
    plain(
      between('', 's>e'),
      `${items}<globalTask id="G"><supportedInterfaceRef>I</supportedInterfaceRef>${io(
        input('i', 'T'),
        refs('i'),
      )}§</globalTask>`,
    ),
    '',
    '<ioBinding operationRef="O" inputDataRef="is" outputDataRef="os" />',
  ],
  [
    'BT2305',
    'G',
    plain(
      between('', 's>e'),
      `${items}<globalTask id="G"><supportedInterfaceRef>I</supportedInterfaceRef>${io(
        input('i', '§'),
        refs('i'),
      )}<ioBinding operationRef="O" inputDataRef="is" outputDataRef="os" /></globalTask>`,
    ),
    'N',
    'T',
  ],
  [
    'BT2306',
    'l',
    activity(
      'task',
      '',
      `${io(
        input('i', 'L', ' isCollection="true"'),
        refs('i'),
      )}<multiInstanceLoopCharacteristics id="l"><loopDataInputRef>i</loopDataInputRef>${'<inputDataItem id="x" itemSubjectRef="§" />'}</multiInstanceLoopCharacteristics>`,
    ),
    'N',
    'T',
  ],
  [
    'BT2306',
    'l',
    activity(
      'task',
      '',
      `${io(
        input('i', 'L', ' isCollection="true"'),
        refs('i'),
      )}<multiInstanceLoopCharacteristics id="l"><loopDataInputRef>§</loopDataInputRef></multiInstanceLoopCharacteristics>`,
    ),
    'D',
    'i',
  ],
  [
    'BT2307',
    'r',
    activity(
      'task',
      '',
      '',
      '<dataObjectReference id="r" name="§" dataObjectRef="D"><dataState id="st" name="paid" /></dataObjectReference>',
    ),
    'Paid order',
    'Order [paid]',
  ],
  [
    'BT2308',
    'da',
    read('<sourceRef>§</sourceRef><targetRef>i</targetRef>').replace(
      '<process id="p" isExecutable="true">',
      `<process id="p" isExecutable="true"><ioSpecification id="pio"><dataOutput id="po" itemSubjectRef="T" /><inputSet id="pis" /><outputSet id="pos"><dataOutputRefs>po</dataOutputRefs></outputSet></ioSpecification>`,
    ),
    'po',
    'D',
  ],
  [
    'BT2309',
    'i',
    activity('task', '', io(input('i', 'T'), '§')),
    '',
    refs('i'),
  ],
  [
    'BT2309',
    'is',
    activity(
      'task',
      '',
      io(
        input('i', 'T') + input('j', 'T'),
        `${refs('i')}§<optionalInputRefs>j</optionalInputRefs>`,
      ),
    ),
    '',
    refs('j'),
  ],
  [
    'BT2310',
    'os',
    activity(
      'task',
      '',
      io(
        input('i', 'T'),
        `${refs('i')}§`,
        '',
        '<inputSetRefs>is</inputSetRefs>',
      ),
    ),
    '',
    '<outputSetRefs>os</outputSetRefs>',
  ],
  [
    'BT2311',
    'da',
    read('<sourceRef>D</sourceRef>§<targetRef>i</targetRef>'),
    '<sourceRef>D2</sourceRef>',
    '',
  ],
  [
    'BT2311',
    'da',
    activity(
      'task',
      '',
      `${io(
        input('i', '§'),
        refs('i'),
      )}<dataInputAssociation id="da"><sourceRef>D</sourceRef><targetRef>i</targetRef></dataInputAssociation>`,
    ),
    'N',
    'T',
  ],
  [
    'BT2312',
    'e',
    activity('task', '', '').replace(
      '<endEvent id="e" />',
      `<endEvent id="e">${input('i', '§')}<inputSet id="ei">${refs(
        'i',
      )}</inputSet><errorEventDefinition id="x" errorRef="E" /></endEvent>`,
    ),
    'N',
    'T',
  ],
];

describe('rules of data', () => {
  it.each(faults)('%s names %s', (...fault) => expectFault(fault));

  it('have a fault for each rule', () => {
    expect(untested(dataRules, faults)).toEqual([]);
  });
});
