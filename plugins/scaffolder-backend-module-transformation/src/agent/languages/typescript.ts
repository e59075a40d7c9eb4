import { named } from '../../service/named';
import type { AgentModel } from '../readAgent';
import type { AgentLanguage } from './language';

const renamed = (text: string, { name, description }: AgentModel) =>
  named(text, name, description);

export const typescript: AgentLanguage = {
  named: {
    'package.json': renamed,
    'package-lock.json': renamed,
    'src/service.ts': (text, { name }) =>
      text
        .replace("CONTROLLER_NAME = 'agent'", `CONTROLLER_NAME = '${name}'`)
        .replace("RUN_SCOPE = 'agent.run'", `RUN_SCOPE = '${name}.run'`),
  },
  folders: `\
    src/definition/      reads agent.yaml
    src/graph/           the graph, its nodes and conditions
    src/tools/           stubs, grants and calls
    src/runs/            limits, interrupts and answers of runs
    src/sandbox/         scenarios, and the record of a pass
    src/server/          HTTP, MCP, sign-in, health and metrics
    chart/               Helm chart
    test/                unit/ and integration/`,
};
