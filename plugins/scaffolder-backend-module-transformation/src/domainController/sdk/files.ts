import { named } from '../../service/named';
import type { Named } from '../../service/assemble';
import type { RenderedFile } from '../../service/provenance';
import { sdkModule } from '../go/names';
import type { DomainModel } from '../model/model';
import { described } from '../../service/described';
import { sdkGo } from './go';
import { sdkPy } from './python';
import { sdkTs } from './typescript';

/** What the skeleton calls the module in Go. */
const PLACEHOLDER = 'go.example/tenant/service/client';

const withModule = (text: string, model: DomainModel) =>
  text.replace(PLACEHOLDER, sdkModule(model));

const withName = (text: string, { name, description }: DomainModel) =>
  named(text, `${name}-client`, description);

const withBsrModule = (text: string, { name }: DomainModel) =>
  text.replace('REGISTRY/service', `REGISTRY/${name}`);

/** The `pyproject.toml` of the client, with the names of its distribution and of its package. */
const withPackage = (text: string, model: DomainModel) =>
  described(text, model)
    .replace('name = "service-client"', `name = "${model.name}-client"`)
    .replace(
      '"client" = "service_client"',
      `"client" = "${model.name.replace(/-/g, '_')}_client"`,
    );

/** Files of the clients that have the service's name in them. */
export const sdkNamed: Named<DomainModel> = {
  'sdk/bsr/buf.yaml': withBsrModule,
  'sdk/go/go.mod': withModule,
  'sdk/go/buf.gen.yaml': withModule,
  'sdk/python/pyproject.toml': withPackage,
  'sdk/typescript/package.json': withName,
  'sdk/typescript/package-lock.json': withName,
};

/** Clients in all languages, whatever the service is written in. */
export const sdkFiles = (model: DomainModel): RenderedFile[] => [
  { path: 'sdk/go/client.go', content: sdkGo(model) },
  { path: 'sdk/python/client/__init__.py', content: sdkPy(model) },
  { path: 'sdk/typescript/index.ts', content: sdkTs(model) },
];
