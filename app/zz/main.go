package main

import (
	"context"
	"os"

	"vigil/app/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), cli.Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Args[1:]))
}
