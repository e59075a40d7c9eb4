// Package bpmn is what a workflow that is written by hand needs to be an instance
// of a drawing: it notes where the tokens are, waits for people, messages, jobs
// and time, and lets all of it be watched and moved on from outside.
//
// The query `state`, the Updates, the signal `message` and the search attribute
// are those of workflows that the compiler makes, so that pages and services
// that operate one kind operate the other too.
package bpmn
