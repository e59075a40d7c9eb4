import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what could be there, and how to get it. */
export const Empty = (props: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) => (
  <Flex direction="column" align="center" gap="2" py="8" px="4">
    <Text as="h3" variant="title-x-small">
      {props.title}
    </Text>
    {props.children && (
      <Text as="p" color="secondary" style={{ textAlign: 'center' }}>
        {props.children}
      </Text>
    )}
    {props.actions && (
      <Flex gap="2" mt="2">
        {props.actions}
      </Flex>
    )}
  </Flex>
);
