/** What is known of every service that a template makes. */
export interface ServiceFacts {
  name: string;
  title: string;
  description: string;
  tenant: string;
  parameters: { owner: string; system: string };
}
