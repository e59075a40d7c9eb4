import { described } from '../../service/described';
import type { AgentLanguage } from './language';

export const python: AgentLanguage = {
  named: {
    'pyproject.toml': described,
    'src/agent/controller.py': (text, { name }) =>
      text
        .replace('CONTROLLER_NAME = "agent"', `CONTROLLER_NAME = "${name}"`)
        .replace('RUN_SCOPE = "agent.run"', `RUN_SCOPE = "${name}.run"`),
    Dockerfile: (text, { definition }) =>
      text.replace(
        'ARG PROVIDER=anthropic',
        `ARG PROVIDER=${definition.model.provider}`,
      ),
  },
  folders: `\
    src/agent/definition/  reads agent.yaml
    src/agent/graph/     the graph, its nodes and conditions
    src/agent/tools/     stubs, grants and calls
    src/agent/runs/      limits, interrupts and answers of runs
    src/agent/sandbox/   scenarios, and the record of a pass
    src/agent/server/    HTTP, MCP, sign-in, health and metrics
    requirements/        what it needs, pinned with hashes; \`make lock\` writes it
    chart/               Helm chart
    tests/               unit/ and integration/`,
};
