import type { JsonValue } from '../types';
import { literal, property } from './code';

/** What is known of a value: kinds it was seen as, fields it was asked for, literals it was compared with. */
export interface Shape {
  readonly kinds: Set<'string' | 'number' | 'boolean'>;
  readonly fields: Map<string, Shape>;
  readonly examples: JsonValue[];
  element?: Shape;
  /** A text that is one of these. */
  choices?: readonly string[];
}

/** Fields over those of other shapes: what is not there is looked up in them, what is new stays here. */
export class LayeredFields extends Map<string, Shape> {
  private readonly below: readonly ReadonlyMap<string, Shape>[];

  constructor(...below: readonly ReadonlyMap<string, Shape>[]) {
    super();
    this.below = below;
  }

  override get(name: string): Shape | undefined {
    const own = super.get(name);
    if (own) return own;
    for (const fields of this.below) {
      const found = fields.get(name);
      if (found) return found;
    }
    return undefined;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }
}

export function newShape(): Shape {
  return { kinds: new Set(), fields: new Map(), examples: [] };
}

export function fieldOf(shape: Shape, name: string): Shape {
  const known = shape.fields.get(name);
  if (known) return known;
  const made = newShape();
  shape.fields.set(name, made);
  return made;
}

export function shapeAt(shape: Shape, path: readonly string[]): Shape {
  return path.reduce(fieldOf, shape);
}

/** Learns from a value that somebody gave. */
export function learnValue(shape: Shape, value: JsonValue): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    shape.element ??= newShape();
    for (const entry of value) learnValue(shape.element, entry);
  } else if (typeof value === 'object') {
    for (const [name, field] of Object.entries(value))
      learnValue(fieldOf(shape, name), field);
  } else {
    shape.kinds.add(typeof value as 'string' | 'number' | 'boolean');
    shape.examples.unshift(value);
  }
}

/** The shape as a TypeScript type; where nothing is known, or it was seen as several things, any JSON. */
export function typeOf(shape: Shape): string {
  const isObject = shape.fields.size > 0;
  const seen =
    Number(isObject) +
    Number(shape.kinds.size > 0) +
    Number(shape.element !== undefined);
  if (seen !== 1) return 'JsonValue';
  if (isObject) {
    const fields = [...shape.fields].map(
      ([name, field]) => `${property(name)}: ${typeOf(field)}`,
    );
    return `{ ${[...fields, '[more: string]: JsonValue'].join('; ')} }`;
  }
  if (shape.element) return `${parenthesized(typeOf(shape.element))}[]`;
  if (shape.choices) return shape.choices.map(literal).join(' | ');
  return [...shape.kinds].sort().join(' | ');
}

/** A job that answers one of the texts, or a list of some. */
export function learnChoices(
  shape: Shape,
  choices: readonly string[],
  several: boolean,
): void {
  const one = several ? (shape.element ??= newShape()) : shape;
  one.kinds.add('string');
  one.choices = choices;
  one.examples.push(...choices);
}

function parenthesized(type: string): string {
  return type.includes('|') ? `(${type})` : type;
}

/** A value of the shape, with which conditions have an answer: literals that it is compared with come first. */
export function exampleOf(shape: Shape): JsonValue {
  if (shape.fields.size > 0 && shape.kinds.size === 0 && !shape.element)
    return Object.fromEntries(
      [...shape.fields].map(([name, field]) => [name, exampleOf(field)]),
    );
  if (shape.fields.size > 0) return null;
  if (shape.element)
    return shape.kinds.size ? null : [exampleOf(shape.element)];
  const [example] = shape.examples;
  if (example !== undefined) return example;
  if (shape.kinds.has('boolean')) return true;
  if (shape.kinds.has('number')) return 1;
  if (shape.kinds.has('string')) return 'example';
  return null;
}

/** Variables of which one kind is known: what a person may answer with (see Answers of the runtime). */
export function answersOf(shape: Shape | undefined): Record<string, string> {
  return Object.fromEntries(
    [...(shape?.fields ?? [])].flatMap(([name, { kinds, fields, element }]) =>
      kinds.size === 1 && fields.size === 0 && !element
        ? [[name, [...kinds][0] ?? '']]
        : [],
    ),
  );
}
