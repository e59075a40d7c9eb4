import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A titled part of a page. */
export const Panel = (props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) => (
  <Card className={props.className}>
    <CardHeader>
      <Flex justify="between" align="center" gap="3">
        <Text as="h3" variant="title-x-small">
          {props.title}
        </Text>
        {props.actions && <Flex gap="2">{props.actions}</Flex>}
      </Flex>
    </CardHeader>
    <CardBody>{props.children}</CardBody>
  </Card>
);
