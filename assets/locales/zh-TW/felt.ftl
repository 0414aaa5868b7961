## 人的氣息：不具名地告知別人最近集到的印章。抵達地點時才下載。

felt-some = 從昨天到今天，有人來過這裡。
felt-many = 從昨天到今天，有{ $count }人以上來過這裡。
felt-book-some = 最近有人來過
felt-book-many = 最近{ $count }人以上
