import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The function that a twin exports. The text is read and not run: a module made for the workflow sandbox need not
 * load anywhere else.
 */
export function workflowOf(file: string, named?: string): string {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const names = source.statements.flatMap(exportedFunctions);
  if (named !== undefined) {
    if (names.includes(named)) return named;
    throw new Error(`${file} exports no function ${named}, but ${told(names)}`);
  }
  const [only, ...more] = names;
  if (only === undefined || more.length)
    throw new Error(
      `${file} exports ${told(
        names,
      )}: twin.workflow of the scenario has to say which is the workflow`,
    );
  return only;
}

function exportedFunctions(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (statement.isTypeOnly || !exportClause) return [];
    return ts.isNamedExports(exportClause)
      ? exportClause.elements
          .filter(element => !element.isTypeOnly)
          .map(element => element.name.text)
      : [];
  }
  if (!isExported(statement)) return [];
  if (ts.isFunctionDeclaration(statement))
    return [isDefault(statement) ? 'default' : statement.name?.text ?? ''];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer && isFunction(initializer))
      .map(({ name }) => name.getText());
  return [];
}

function isFunction(node: ts.Expression): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function isExported(node: ts.Statement): boolean {
  return has(node, ts.SyntaxKind.ExportKeyword);
}

function isDefault(node: ts.Statement): boolean {
  return has(node, ts.SyntaxKind.DefaultKeyword);
}

function has(node: ts.Statement, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(modifier => modifier.kind === kind)
  );
}

function told(names: readonly string[]): string {
  return names.length ? names.join(', ') : 'no function';
}
