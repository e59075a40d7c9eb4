import { EntityDisplayName } from '@backstage/plugin-catalog-react';

/** The name of a person or a group behind an entity reference; the reference itself on hover. */
export const EntityName = ({ entityRef }: { entityRef: string }) => (
  <span title={entityRef}>
    <EntityDisplayName
      entityRef={entityRef}
      hideIcon
      disableTooltip
      defaultKind="user"
    />
  </span>
);
