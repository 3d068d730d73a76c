//go:build !linux

package main

func holdLittle() {}
