package cli
import ("testing";"context";"os";"bytes";"strings")
func TestZZ(t *testing.T){
 if os.Getenv("ZZ")==""{t.Skip()}
 var o,e bytes.Buffer
 code:=Main(context.Background(),Env{Out:&o,Err:&e},strings.Split(os.Getenv("ZZ"),"|"))
 t.Log(code,"\n"+o.String(),e.String())
}
