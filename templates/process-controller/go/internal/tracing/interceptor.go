package tracing

import (
	"context"
	"strings"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/interceptor"
	"go.temporal.io/sdk/log"
	"go.temporal.io/sdk/workflow"
)

// workerInterceptor says in logs whose instance it is and in which trace, and
// makes a span of each attempt of an activity.
type workerInterceptor struct {
	interceptor.WorkerInterceptorBase
}

// Interceptor is for the options of every worker.
func Interceptor() interceptor.WorkerInterceptor {
	return &workerInterceptor{}
}

func (*workerInterceptor) InterceptActivity(
	_ context.Context,
	next interceptor.ActivityInboundInterceptor,
) interceptor.ActivityInboundInterceptor {
	in := &activityInbound{}
	in.Next = next
	return in
}

type activityInbound struct {
	interceptor.ActivityInboundInterceptorBase
}

func (a *activityInbound) Init(next interceptor.ActivityOutboundInterceptor) error {
	out := &activityOutbound{}
	out.Next = next
	return a.Next.Init(out)
}

func (a *activityInbound) ExecuteActivity(
	ctx context.Context,
	in *interceptor.ExecuteActivityInput,
) (any, error) {
	info := activity.GetInfo(ctx)
	ctx, span := otel.Tracer("activities").Start(ctx, info.ActivityType.Name,
		trace.WithSpanKind(trace.SpanKindConsumer),
		trace.WithAttributes(
			attribute.String("temporal.workflow_id", info.WorkflowExecution.ID),
			attribute.String("temporal.activity_id", info.ActivityID),
			attribute.Int("temporal.attempt", int(info.Attempt)),
			attribute.String("ameide.tenant_id", tenantOf(info.WorkflowExecution.ID)),
		),
	)
	defer span.End()
	result, err := a.Next.ExecuteActivity(ctx, in)
	if err != nil {
		span.SetStatus(codes.Error, err.Error())
	}
	return result, err
}

type activityOutbound struct {
	interceptor.ActivityOutboundInterceptorBase
}

func (a *activityOutbound) GetLogger(ctx context.Context) log.Logger {
	return withTrace(ctx, a.Next.GetLogger(ctx), activity.GetInfo(ctx).WorkflowExecution.ID)
}

func (*workerInterceptor) InterceptWorkflow(
	_ workflow.Context,
	next interceptor.WorkflowInboundInterceptor,
) interceptor.WorkflowInboundInterceptor {
	in := &workflowInbound{}
	in.Next = next
	return in
}

type workflowInbound struct {
	interceptor.WorkflowInboundInterceptorBase
}

func (w *workflowInbound) Init(next interceptor.WorkflowOutboundInterceptor) error {
	out := &workflowOutbound{}
	out.Next = next
	return w.Next.Init(out)
}

type workflowOutbound struct {
	interceptor.WorkflowOutboundInterceptorBase
}

func (w *workflowOutbound) GetLogger(ctx workflow.Context) log.Logger {
	ofTrace := remote(context.Background(), traceparentOf(ctx))
	return withTrace(ofTrace, w.Next.GetLogger(ctx), workflow.GetInfo(ctx).WorkflowExecution.ID)
}

func withTrace(ctx context.Context, logger log.Logger, workflowID string) log.Logger {
	return log.With(logger, "trace_id", TraceID(ctx), "tenant_id", tenantOf(workflowID))
}

// tenantOf is whose instance it is, which its workflow id begins with.
func tenantOf(workflowID string) string {
	tenant, _, ok := strings.Cut(workflowID, ":")
	if !ok {
		return ""
	}
	return tenant
}
