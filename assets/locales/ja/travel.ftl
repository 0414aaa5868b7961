## すばやい移動の路線図。ひらくときに読みこむ。

travel-about = 行き先をえらぶと、歩かずにそこへ着きます。スタンプは、着いてから3秒立つともらえます。
travel-line = 島をむすぶ路線
travel-here = いまここ
travel-arrived = { $place }に着きました。
