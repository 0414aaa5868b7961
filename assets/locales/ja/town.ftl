town-title = バーチャル鹿島
town-description = 佐賀県鹿島市を、ブラウザで歩く町です。
