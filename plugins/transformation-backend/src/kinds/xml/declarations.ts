/** Why a document type or an entity is not taken; undefined where there is none. They can make a small file a huge one. */
export function problemOfDeclarations(xml: string): string | undefined {
  const declaration = /<!(DOCTYPE|ENTITY)/i.exec(xml);
  if (!declaration) return undefined;
  const line = xml.slice(0, declaration.index).split('\n').length;
  return `line ${line}: a ${declaration[1].toUpperCase()} declaration is not allowed in a drawing; remove it and write out what it stands for`;
}
