import { ButtonLink, Container } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Empty } from './Empty';

/** The page for something that is not there, or not for this person. */
export const NotFound = (props: {
  title: string;
  back: { href: string; label: string };
  children: ReactNode;
}) => (
  <Container>
    <Empty
      title={props.title}
      actions={
        <ButtonLink variant="secondary" href={props.back.href}>
          {props.back.label}
        </ButtonLink>
      }
    >
      {props.children}
    </Empty>
  </Container>
);
