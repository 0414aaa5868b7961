## 町のリンクを送ったとき、相手の画面に出る見本の文。

card-town = バーチャル鹿島
card-town-about = 佐賀県鹿島市を、ブラウザで歩く町です。アプリも登録もいりません。
card-of = { $name }｜{ $town }
card-picture = バーチャル鹿島の町の眺め
card-event-coming = { $when }（日本時間）、{ $place }。リンクを開くだけで参加できます。アプリも登録もいりません。
card-event-ended = { $when }（日本時間）に、{ $place }で開かれました。町はいつでも歩けます。
card-event-cancelled = { $when }（日本時間）、{ $place }のイベントは中止になりました。町はいつでも歩けます。
