import type { DomainModel } from '../model/model';

export const requestContext = ({ protoPackage }: DomainModel): string => `\
syntax = "proto3";

package ${protoPackage};

import "buf/validate/validate.proto";

// What goes with every request that changes something. Who calls, and for which
// tenant, is in the token and never here.
message RequestContext {
  // Made by the caller, once for what it wants done. The same request again gets the first answer.
  string request_id = 1 [(buf.validate.field).string.uuid = true];
  // Ties together what was done for one reason, across services.
  string correlation_id = 2 [(buf.validate.field).string.max_len = 200];
  // The request or event that caused this one.
  string causation_id = 3 [(buf.validate.field).string.max_len = 200];
}
`;
