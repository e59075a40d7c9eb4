import type { Block, Invocation, Statement } from './statements';

/** What falling off the end of a block means there: any of these jumps can be left out. */
type Tail = ReadonlySet<string>;

/** Leaves out the jumps that only say what happens anyway, and the labels that nobody jumps to. */
export function tidy(block: Block): Block {
  return sweep(block, new Set(['return']));
}

const nothing: Tail = new Set();

function sweep(block: Block, tail: Tail): Block {
  const cut = block.findIndex(isJump);
  const live = cut < 0 ? block : block.slice(0, cut + 1);
  return live.flatMap((statement, index) => {
    const last = index === live.length - 1;
    return one(statement, last ? tail : nothing);
  });
}

function one(statement: Statement, tail: Tail): Block {
  switch (statement.kind) {
    case 'return':
      return tail.has('return') ? [] : [statement];
    case 'break':
      return tail.has(`break ${statement.label}`) ? [] : [statement];
    case 'continue':
      return tail.has(`continue ${statement.label}`) ? [] : [statement];
    case 'block': {
      const body = sweep(
        statement.body,
        new Set([...tail, `break ${statement.label}`]),
      );
      return uses(body, 'break', statement.label)
        ? [{ ...statement, body }]
        : body;
    }
    case 'loop': {
      const leaving = retarget(statement.body, tail, statement.label);
      const body = sweep(leaving, new Set([`continue ${statement.label}`]));
      return [{ ...statement, body }];
    }
    case 'branch':
      return [
        {
          ...statement,
          element: tidyInside(statement.element),
          cases: statement.cases.map((way, index) => ({
            ...way,
            body: sweep(
              way.body,
              keepsReturn(statement.cases, index) ? without(tail) : tail,
            ),
          })),
        },
      ];
    case 'run':
      return [{ ...statement, element: tidyInside(statement.element) }];
    default:
      return [statement];
  }
}

/** Of two ways the shorter one returns early, so that the longer one need not be nested. */
function keepsReturn(
  cases: readonly { readonly body: Block }[],
  index: number,
): boolean {
  const [first, second] = cases;
  if (cases.length !== 2 || !first || !second) return false;
  const shorter = size(first.body) <= size(second.body) ? 0 : 1;
  const [short, long] = shorter === 0 ? [first, second] : [second, first];
  return (
    index === shorter &&
    size(short.body) <= 4 &&
    size(long.body) > 2 &&
    short.body.at(-1)?.kind === 'return'
  );
}

function without(tail: Tail): Tail {
  return new Set([...tail].filter(jump => jump !== 'return'));
}

/** A jump to what stands right behind the loop is a break of the loop. */
function retarget(block: Block, tail: Tail, loop: string): Block {
  return mapBlock(block, statement =>
    statement.kind === 'break' && tail.has(`break ${statement.label}`)
      ? { ...statement, label: loop }
      : statement,
  );
}

function tidyInside(element: Invocation): Invocation {
  return {
    ...element,
    ...(element.inside ? { inside: tidy(element.inside) } : {}),
    ...(element.parts
      ? {
          parts: element.parts.map(part => ({
            ...part,
            body: tidy(part.body),
          })),
        }
      : {}),
    beside: element.beside.map(handler => ({
      ...handler,
      body: tidy(handler.body),
    })),
  };
}

function isJump({ kind }: Statement): boolean {
  return kind === 'return' || kind === 'break' || kind === 'continue';
}

/** Applies to every statement of the same function. */
function mapBlock(
  block: Block,
  change: (statement: Statement) => Statement,
): Block {
  return block.map(statement => {
    switch (statement.kind) {
      case 'block':
      case 'loop':
        return { ...statement, body: mapBlock(statement.body, change) };
      case 'branch':
        return {
          ...statement,
          cases: statement.cases.map(way => ({
            ...way,
            body: mapBlock(way.body, change),
          })),
        };
      default:
        return change(statement);
    }
  });
}

/** Whether somebody jumps to the label. */
export function uses(
  block: Block,
  jump: 'break' | 'continue' | 'any',
  label: string,
): boolean {
  return block.some(statement => {
    switch (statement.kind) {
      case 'break':
      case 'continue':
        return (
          statement.label === label &&
          (jump === 'any' || statement.kind === jump)
        );
      case 'block':
      case 'loop':
        return uses(statement.body, jump, label);
      case 'branch':
        return statement.cases.some(way => uses(way.body, jump, label));
      default:
        return false;
    }
  });
}

/** True where the end of the block is never reached. */
export function leaves(block: Block): boolean {
  const last = block.at(-1);
  if (!last) return false;
  if (isJump(last)) return true;
  return last.kind === 'branch' && last.cases.every(way => leaves(way.body));
}

/** How many statements there are, inside of others too; asked again at every depth. */
function size(block: Block): number {
  const known = sizes.get(block);
  if (known !== undefined) return known;
  let sum = 0;
  for (const statement of block) {
    sum += 1;
    if (statement.kind === 'block' || statement.kind === 'loop')
      sum += size(statement.body);
    if (statement.kind === 'branch')
      for (const way of statement.cases) sum += size(way.body);
  }
  sizes.set(block, sum);
  return sum;
}

const sizes = new WeakMap<Block, number>();
