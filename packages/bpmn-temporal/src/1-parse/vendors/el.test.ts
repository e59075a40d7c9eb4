import { feelOf, feelOfCondition, valueOf } from './el';

describe('feelOf', () => {
  it.each([
    ['${amount > 1000}', 'amount > 1000'],
    ['#{approver}', 'approver'],
    ["${status == 'ok' && !late}", 'status = "ok" and not(late)'],
    ['${a || b && c}', 'a or b and c'],
    ['${(a || b) && c}', '(a or b) and c'],
    ['${order.total ge 5 and x ne null}', 'order.total >= 5 and x != null'],
    ['${a - (b - c)}', 'a - (b - c)'],
    ['${a ? 1 : 2}', 'if a then 1 else 2'],
    ["${!clarified.equals('yes')}", 'not(clarified = "yes")'],
    ["${execution.getVariable('x') == 1}", 'x = 1'],
    ['${empty list}', 'list = null or list = "" or list = []'],
    ['${-a * 2}', '-a * 2'],
    [
      '${nrOfCompletedInstances/nrOfInstances >= 0.6}',
      'numberOfCompletedInstances / numberOfInstances >= 0.6',
    ],
    ['${loopCounter == 0}', '(loopCounter - 1) = 0'],
    [String.raw`\${name == 'it\'s'}`.slice(1), 'name = "it\'s"'],
  ])('%s is %s', (el, feel) => expect(feelOf(el)).toBe(feel));

  it.each([
    'amount > 1000',
    '${bean.check(x)}',
    '${list[0]}',
    '${a % 2}',
    '${a == b == c}',
    '${if}',
    '${a; b}',
    '${}',
    '${a}${b}',
    `\${${'('.repeat(60)}a${')'.repeat(60)}}`,
  ])('%s has no equivalent', el => expect(feelOf(el)).toBeUndefined());
});

describe('feelOfCondition', () => {
  it('reads a comparison without signs around it, and no text', () => {
    expect(feelOfCondition('amount >= 5')).toBe('amount >= 5');
    expect(feelOfCondition('approved')).toBeUndefined();
    expect(feelOfCondition('if the customer agrees')).toBeUndefined();
    expect(feelOfCondition("getDataObject('x') > 3")).toBeUndefined();
  });
});

describe('valueOf', () => {
  it('leaves text, translates expressions, and joins both', () => {
    expect(valueOf('kermit')).toBe('kermit');
    expect(valueOf('${who}')).toBe('=who');
    expect(valueOf('Dear ${who}!')).toBe('="Dear " + string(who) + "!"');
    expect(valueOf('Dear ${bean.who()}!')).toBeUndefined();
  });
});
