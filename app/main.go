// Command vigil is the kiosk and its tools. See `vigil --help`.
package main

import (
	"context"
	"os"
	"os/signal"

	"vigil/app/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	env := cli.Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Window: window, Preview: preview, Paint: paint, Soak: soak}
	code := cli.Main(ctx, env, os.Args[1:])
	stop()
	os.Exit(code)
}
