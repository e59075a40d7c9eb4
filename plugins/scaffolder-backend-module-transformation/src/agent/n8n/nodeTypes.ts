/** What a node of n8n becomes. */
export type Becomes =
  | 'trigger'
  | 'agent'
  | 'model'
  | 'tool'
  | 'http'
  | 'if'
  | 'switch'
  | 'set'
  | 'merge';

/** The node types that are taken over; every other one is refused by its name. */
export const NODE_TYPES: Record<string, Becomes> = {
  'n8n-nodes-base.manualTrigger': 'trigger',
  'n8n-nodes-base.webhook': 'trigger',
  'n8n-nodes-base.formTrigger': 'trigger',
  'n8n-nodes-base.executeWorkflowTrigger': 'trigger',
  '@n8n/n8n-nodes-langchain.chatTrigger': 'trigger',
  '@n8n/n8n-nodes-langchain.agent': 'agent',
  '@n8n/n8n-nodes-langchain.lmChatAnthropic': 'model',
  '@n8n/n8n-nodes-langchain.lmChatOpenAi': 'model',
  '@n8n/n8n-nodes-langchain.lmChatGoogleGemini': 'model',
  '@n8n/n8n-nodes-langchain.toolHttpRequest': 'tool',
  'n8n-nodes-base.httpRequestTool': 'tool',
  'n8n-nodes-base.httpRequest': 'http',
  'n8n-nodes-base.if': 'if',
  'n8n-nodes-base.switch': 'switch',
  'n8n-nodes-base.set': 'set',
  'n8n-nodes-base.merge': 'merge',
};

/** The provider that a node for a model stands for. */
export const MODEL_PROVIDERS: Record<string, string> = {
  '@n8n/n8n-nodes-langchain.lmChatAnthropic': 'anthropic',
  '@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openai',
  '@n8n/n8n-nodes-langchain.lmChatGoogleGemini': 'google_genai',
};

/** Notes say nothing of what a workflow does. */
export const NOTE = 'n8n-nodes-base.stickyNote';

/** Nodes that run what somebody has written. */
export const isCode = (type: string): boolean =>
  /\.(code|function|functionItem|executeCommand|toolCode|ssh|codeTool|aiTransform)$/.test(
    type,
  );
