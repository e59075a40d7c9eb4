import { compile } from '../compile';
import {
  between,
  expectFault,
  flows,
  forZeebe,
  plain,
  untested,
} from './__testUtils__/faults';
import type { Fault } from './__testUtils__/faults';
import { choreographyRules } from './rules/choreography';
import { messageRules } from './rules/messages';

const operation =
  '<interface id="I" name="i"><operation id="O" name="o"><inMessageRef>M</inMessageRef></operation></interface><message id="M" name="m" />';
const event = (inside: string) =>
  between(
    `<intermediateCatchEvent id="c"><messageEventDefinition id="x"${inside}</messageEventDefinition></intermediateCatchEvent>`,
    's>c c>e',
  );
const pools = (flow: string) =>
  plain(
    between(
      '<sendTask id="a" /><intermediateThrowEvent id="t"><messageEventDefinition id="x" messageRef="M"><operationRef>O</operationRef></messageEventDefinition></intermediateThrowEvent>',
      's>a a>t t>e',
    ),
    `<collaboration id="C"><participant id="P" processRef="p" /><participant id="Q" />${flow}</collaboration>${operation}`,
  );

const faults: readonly Fault[] = [
  [
    'BT2201',
    'Q',
    pools('').replace(
      '<participant id="Q" />',
      '<participant id="Q"><participantMultiplicity minimum="§" maximum="2" /></participant>',
    ),
    '3',
    '2',
  ],
  [
    'BT2202',
    'f',
    pools('<messageFlow id="f" sourceRef="a" targetRef="§" />'),
    'P',
    'Q',
  ],
  [
    'BT2203',
    'f',
    pools('<messageFlow id="f" sourceRef="§" targetRef="Q" />'),
    'e',
    't',
  ],
  [
    'BT2203',
    'f',
    pools('<messageFlow id="f" sourceRef="Q" targetRef="§" />'),
    't',
    'a',
  ],
  [
    'BT2204',
    's',
    plain(
      `<startEvent id="s"><eventDefinitionRef>§</eventDefinitionRef></startEvent><endEvent id="e"><signalEventDefinition id="x" /></endEvent>${flows(
        's>e',
      )}`,
      '<signalEventDefinition id="y" />',
    ),
    'x',
    'y',
  ],
  [
    'BT2205',
    'c',
    plain(event('§><operationRef>O</operationRef>'), operation),
    '',
    ' messageRef="M"',
  ],
  [
    'BT2206',
    'c',
    plain(event(' messageRef="M">§'), operation),
    '',
    '<operationRef>O</operationRef>',
  ],
  [
    'BT2206',
    'c',
    plain(event(' messageRef="M">'), operation).replace(
      '<definitions ',
      '<definitions §',
    ),
    '',
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" ',
  ],
  [
    'BT2401',
    'c',
    plain(between('<§ id="c" />', 's>c c>e')),
    'choreographyTask',
    'task',
  ],
  [
    'BT2402',
    'G',
    plain(
      between('', 's>e'),
      '<choreography id="H" /><§ id="G"><choreographyRef>H</choreographyRef></§>',
    ),
    'globalConversation',
    'collaboration',
  ],
  [
    'BT2403',
    'f',
    plain(
      between('', 's>e'),
      '<message id="M" name="m" /><choreography id="H" isClosed="§"><participant id="A" /><participant id="B" /></choreography><collaboration id="C"><participant id="P" /><participant id="Q" /><messageFlow id="f" sourceRef="P" targetRef="Q" messageRef="M" /><choreographyRef>H</choreographyRef></collaboration>',
    ),
    'true',
    'false',
  ],
];

describe('rules of collaborations and choreographies', () => {
  it.each(faults)('%s names %s', (...fault) => expectFault(fault));

  it('have a fault for each rule', () => {
    expect(untested([...messageRules, ...choreographyRules], faults)).toEqual(
      [],
    );
  });

  it('lets a Zeebe job send without a message', async () => {
    const source = forZeebe(
      between(
        '<intermediateThrowEvent id="t"><extensionElements><zeebe:taskDefinition type="send" /></extensionElements><messageEventDefinition id="x" /></intermediateThrowEvent>',
        's>t t>e',
      ),
    );
    const { diagnostics } = await compile(source, { name: 'p' });
    expect(diagnostics.map(({ code }) => code)).not.toContain('BT2205');
  });
});
