import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { call } from '../call';
import { Skip, type Output, type Step } from '../step';
import { goModule, goProgram } from '../tools/go';
import { pipProgram } from '../tools/pip';
import { LANES, manifestsOf } from './chart';

/** Definitions of the kinds that are not Kubernetes' own, and the module that has them. */
const DEFINITIONS = [
  {
    path: 'sigs.k8s.io/gateway-api',
    version: 'v1.7.0',
    files: ['config/crd/standard/gateway.networking.k8s.io_httproutes.yaml'],
  },
  {
    path: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    files: ['prometheusrules', 'servicemonitors'].map(
      kind =>
        `example/prometheus-operator-crd/monitoring.coreos.com_${kind}.yaml`,
    ),
  },
  {
    path: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    files: ['config/crds/bases/external-secrets.io_externalsecrets.yaml'],
  },
  {
    path: 'github.com/kedacore/keda/v2',
    version: 'v2.21.0',
    files: ['config/crd/bases/keda.sh_scaledobjects.yaml'],
  },
];

/** Of whose kinds no registry has the definitions. */
const WITHOUT_DEFINITION = 'postgresql.cnpg.io/';

interface Manifest {
  apiVersion: string;
  kind: string;
}

const isCore = ({ apiVersion }: Manifest) =>
  !/\./.test(apiVersion) ||
  (/\.k8s\.io\//.test(apiVersion) && !apiVersion.startsWith('gateway.'));

/** Kubernetes' own kinds, against its newest schemas; unknown fields are refused. */
export const coreManifests: Step = {
  name: 'manifests, Kubernetes 1.37',
  async run(output) {
    const { file, env } = await pipProgram(
      'kubernetes-validate',
      '1.37.0',
      'kubernetes-validate',
    );
    const count = await eachLane(output, 'core', isCore, path =>
      call('python3', [file, '-k', '1.37.0', '--strict', path], { env }),
    );
    return `${count} manifests`;
  },
};

/** The other kinds, against their definitions, with the rules in CEL. */
export const customManifests: Step = {
  name: 'manifests, custom kinds with CEL',
  async run(output) {
    const program = await goProgram('sigs.k8s.io/kubectl-validate', 'v0.0.4');
    const definitions = `${output.dir}.definitions`;
    mkdirSync(definitions, { recursive: true });
    for (const { path, version, files } of DEFINITIONS) {
      const dir = await goModule(path, version);
      for (const file of files) {
        cpSync(join(dir, file), join(definitions, basename(file)));
      }
    }
    const isDefined = (manifest: Manifest) =>
      !isCore(manifest) && !manifest.apiVersion.startsWith(WITHOUT_DEFINITION);
    const count = await eachLane(output, 'custom', isDefined, path =>
      call(program, [path, '--local-crds', definitions]),
    );
    return `${count} manifests`;
  },
};

export const databaseManifests: Step = {
  name: 'manifests, CloudNativePG',
  async run() {
    throw new Skip(
      'no registry has the definitions of CloudNativePG: the Go proxy refuses its module',
    );
  },
};

async function eachLane(
  output: Output,
  name: string,
  wanted: (manifest: Manifest) => boolean,
  check: (path: string) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  for (const lane of LANES) {
    const source = manifestsOf(output, lane);
    if (!existsSync(source)) throw new Error('The chart was not rendered');
    const found = parseAllDocuments(readFileSync(source, 'utf8'))
      .map(document => document.toJS() as Manifest | null)
      .filter(manifest => manifest !== null)
      .filter(wanted);
    if (!found.length) throw new Error(`There is no manifest for ${lane}`);
    count += found.length;
    const path = source.replace(/\.yaml$/, `-${name}.yaml`);
    writeFileSync(
      path,
      found.map(manifest => stringify(manifest)).join('---\n'),
    );
    await check(path);
  }
  return count;
}
