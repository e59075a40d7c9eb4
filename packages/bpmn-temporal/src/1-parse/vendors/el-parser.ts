import { tokensOf } from './el-tokens';
import type { Token } from './el-tokens';

/** FEEL for an expression, and how tightly it holds together: what is looser than it has to be gets parentheses. */
interface Feel {
  readonly text: string;
  readonly level: number;
}

/** The levels of FEEL, from the loosest on. */
const level = {
  if: 0,
  or: 1,
  and: 2,
  compare: 3,
  add: 4,
  multiply: 5,
  minus: 6,
  atom: 7,
};

/** What FEEL says otherwise, or has no word for. */
class Foreign extends Error {}

const comparisons: Readonly<Record<string, string>> = {
  '==': '=',
  eq: '=',
  '!=': '!=',
  ne: '!=',
  '<': '<',
  lt: '<',
  '>': '>',
  gt: '>',
  '<=': '<=',
  le: '<=',
  '>=': '>=',
  ge: '>=',
};

/** Words of FEEL that are no names, and functions of it that a variable would hide. */
const reserved = new Set(
  'if then else for in return some every satisfies between instance of function external not and or date time duration'.split(
    ' ',
  ),
);

/** What multi-instance activities count is called otherwise in Camunda 7 and Flowable than in Camunda 8. */
const renamed: Readonly<Record<string, string>> = {
  nrOfInstances: 'numberOfInstances',
  nrOfActiveInstances: 'numberOfActiveInstances',
  nrOfCompletedInstances: 'numberOfCompletedInstances',
  // it counts from 0 there, and from 1 here
  loopCounter: '(loopCounter - 1)',
};

/** An expression of Java's expression language in FEEL; undefined where FEEL has nothing that means the same. */
export function translate(source: string): string | undefined {
  const tokens = tokensOf(source);
  if (!tokens) return undefined;
  try {
    const parser = new Parser(tokens);
    return parser.whole();
  } catch (error) {
    if (error instanceof Foreign) return undefined;
    throw error;
  }
}

/** By recursive descent; the depth is that of the parentheses, and bounded. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): string {
    const { text } = this.choice();
    if (this.next.kind !== 'end') throw new Foreign();
    return text;
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private take(...texts: string[]): string | undefined {
    const { kind, text } = this.next;
    if (kind === 'string' || kind === 'end' || !texts.includes(text))
      return undefined;
    this.at += 1;
    return text;
  }

  private expect(text: string): void {
    if (this.take(text) === undefined) throw new Foreign();
  }

  private choice(): Feel {
    this.depth += 1;
    if (this.depth > 50) throw new Foreign();
    const condition = this.or();
    let result = condition;
    if (this.take('?')) {
      const yes = this.choice();
      this.expect(':');
      const no = this.choice();
      result = {
        text: `if ${condition.text} then ${yes.text} else ${no.text}`,
        level: level.if,
      };
    }
    this.depth -= 1;
    return result;
  }

  private or(): Feel {
    return this.chain(
      ['||', 'or'],
      level.or,
      () => this.and(),
      () => 'or',
    );
  }

  private and(): Feel {
    return this.chain(
      ['&&', 'and'],
      level.and,
      () => this.compare(),
      () => 'and',
    );
  }

  private compare(): Feel {
    const left = this.add();
    const sign = this.take(...Object.keys(comparisons));
    if (sign === undefined) return left;
    const right = this.add();
    // a comparison of comparisons means different things in both
    if (this.take(...Object.keys(comparisons)) !== undefined)
      throw new Foreign();
    return {
      text: `${within(left, level.add)} ${comparisons[sign]} ${within(
        right,
        level.add,
      )}`,
      level: level.compare,
    };
  }

  private add(): Feel {
    return this.chain(['+', '-'], level.add, () => this.multiply(), same);
  }

  private multiply(): Feel {
    // the remainder of negative numbers differs, so % and mod are left alone
    return this.chain(
      ['*', '/', 'div'],
      level.multiply,
      () => this.unary(),
      sign => (sign === 'div' ? '/' : sign),
    );
  }

  private chain(
    signs: readonly string[],
    own: number,
    operand: () => Feel,
    word: (sign: string) => string,
  ): Feel {
    let left = operand();
    for (
      let sign = this.take(...signs);
      sign !== undefined;
      sign = this.take(...signs)
    ) {
      const right = operand();
      left = {
        text: `${within(left, own)} ${word(sign)} ${within(right, own + 1)}`,
        level: own,
      };
    }
    return left;
  }

  private unary(): Feel {
    if (this.take('!', 'not'))
      return { text: `not(${this.unary().text})`, level: level.atom };
    if (this.take('-'))
      return {
        text: `-${within(this.unary(), level.atom)}`,
        level: level.minus,
      };
    if (this.take('empty')) {
      const value = within(this.unary(), level.add);
      return {
        text: `${value} = null or ${value} = "" or ${value} = []`,
        level: level.or,
      };
    }
    return this.path();
  }

  private path(): Feel {
    let value = this.atom();
    for (;;)
      if (this.take('.')) value = this.member(value);
      else if (this.next.text === '(' || this.next.text === '[')
        // a call of a bean; an index, which counts from 0 there
        throw new Foreign();
      else return value;
  }

  private member(value: Feel): Feel {
    const name = this.name();
    if (!this.take('('))
      return { text: `${value.text}.${name}`, level: level.atom };
    if (name === 'equals') {
      const other = this.choice();
      this.expect(')');
      return {
        text: `${within(value, level.add)} = ${within(other, level.add)}`,
        level: level.compare,
      };
    }
    if (value.text !== 'execution' || name !== 'getVariable')
      throw new Foreign();
    const { kind, text } = this.next;
    if (kind !== 'string') throw new Foreign();
    this.at += 1;
    this.expect(')');
    return { text: variable(text), level: level.atom };
  }

  private atom(): Feel {
    const { kind, text } = this.next;
    if (this.take('(')) {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    this.at += 1;
    switch (kind) {
      case 'number':
        return { text, level: level.atom };
      case 'string':
        return { text: JSON.stringify(text), level: level.atom };
      case 'name':
        return {
          text: constants.has(text) ? text : variable(text),
          level: level.atom,
        };
      default:
        throw new Foreign();
    }
  }

  private name(): string {
    const { kind, text } = this.next;
    if (kind !== 'name') throw new Foreign();
    this.at += 1;
    return variable(text);
  }
}

const constants = new Set(['true', 'false', 'null']);

function variable(name: string): string {
  if (reserved.has(name) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    throw new Foreign();
  return renamed[name] ?? name;
}

function within({ text, level: own }: Feel, least: number): string {
  return own < least ? `(${text})` : text;
}

function same(sign: string): string {
  return sign;
}
