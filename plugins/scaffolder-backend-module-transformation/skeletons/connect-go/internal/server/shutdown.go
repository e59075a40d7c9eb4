package server

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// mostShutdown is how long it may take to end; longer than this it hangs, and
// ends all the same.
const mostShutdown = 25 * time.Second

// names of signals, as the log has them.
var names = map[os.Signal]string{
	syscall.SIGTERM: "SIGTERM",
	syscall.SIGINT:  "SIGINT",
}

// AskedToEnd has the signal by which the process is asked to end. From here on
// it ends in order, so this comes before it says that it is ready.
func AskedToEnd() <-chan os.Signal {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	return signals
}

// UntilShutdown waits until the process is asked to end, and runs `stop` then.
func UntilShutdown(logger *slog.Logger, asked <-chan os.Signal, stop func(context.Context) error) error {
	logger.Info("stopping", "signal", names[<-asked])
	time.AfterFunc(mostShutdown, func() { os.Exit(1) })
	if err := stop(context.Background()); err != nil {
		logger.Error("could not stop in order", "err", err)
		return err
	}
	logger.Info("stopped")
	return nil
}
