// Command vigil is the kiosk and its tools.
package main

import "fyne.io/fyne/v2/app"

func main() { app.NewWithID("museum.vigil").NewWindow("Vigil").ShowAndRun() }
