## 分享小鎮連結時，對方畫面上顯示的文字。

card-town = 虛擬鹿島
card-town-about = 用瀏覽器漫步佐賀縣鹿島市的小鎮，不需安裝應用程式，也不需註冊。
card-of = { $name }｜{ $town }
card-picture = 虛擬鹿島小鎮的風景
card-event-coming = { $when }（日本時間），{ $place }。打開連結就能參加，不需安裝應用程式，也不需註冊。
card-event-ended = 已於 { $when }（日本時間）在{ $place }舉行。小鎮隨時都能漫步。
card-event-cancelled = { $when }（日本時間）在{ $place }的活動已取消。小鎮隨時都能漫步。
