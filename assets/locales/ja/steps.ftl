## はじめの1分。やってみて覚える、三つの動き。初めての人にだけ読みこむ。

steps-title = まずは三つだけ
steps-look = 見まわす
steps-walk = 歩く
steps-go = 行き先へ
steps-arrive = 着く
steps-greet = あいさつ
steps-how-look-solid-touch = 画面を指でなぞると、まわりを見まわせます。
steps-how-look-solid-keys = 画面をなぞる（ドラッグする）か、QとEのキーで、まわりを見まわせます。
steps-how-walk-solid-touch = 左下のまるを、行きたいほうへ押してみてください。
steps-how-walk-solid-keys = 矢印キーかWASDで歩きます。Shiftで走ります。
steps-how-go-solid-touch = 地面を軽くたたいてみてください。そこまで歩いていきます。
steps-how-go-solid-keys = 地面をクリックしてみてください。そこまで歩いていきます。
steps-how-go-flat-touch = 下の「場所」から、どこかの「ここへ行く」を押してみてください。
steps-how-go-flat-keys = 下の「場所」から、どこかの「ここへ行く」を押してみてください。
steps-how-arrive-flat-touch = 着くのを待つか、地図の下の「止まる」を押してください。
steps-how-arrive-flat-keys = 着くのを待つか、地図の下の「止まる」を押してください。
steps-how-walk-flat-keys = 地図をえらんで、矢印キーで歩いてみてください。
steps-how-greet-flat-touch = 下の「話す」から、あいさつをひとつ送ってみてください。
steps-well = できました。
steps-done = もう大丈夫。どうぞ町をお楽しみください。
steps-skip = とばす
steps-close = とじる
steps-ticked = できました
