## เมืองแผนที่: เดินในเมืองด้วยแผนที่และถ้อยคำ เขียนภาษาญี่ปุ่นก่อน ภาษานี้ตามมา

flat-map = แผนที่เมือง
flat-map-about = เครื่องหมายสีแดงคือคุณ สีน้ำเงินคือคนอื่น ด้านบนคือทิศเหนือ ใช้ปุ่มลูกศรเพื่อเดิน กด Enter เพื่อฟังว่าอยู่ที่ไหน กดบวกและลบเพื่อเปลี่ยนขนาด กด I, K, J และ L เพื่อเลื่อนแผนที่
flat-nearer = ขยายแผนที่
flat-further = ย่อแผนที่
flat-whole = ดูทั้งเมือง
flat-own = ดูรอบตัวคุณ
flat-here = คุณอยู่ที่ไหน
flat-near = สถานที่ใกล้เคียง
flat-standing = คุณอยู่ที่ “{ $place }”
flat-standing-near = สถานที่ใกล้ที่สุดคือ “{ $place }” ({ $where })
flat-tell = อ่านสิ่งที่อยู่รอบตัว
flat-told-place = “{ $place }” อยู่ห่าง { $where }
flat-told-alone = ไม่มีใครอยู่ในระยะ { $metres } ม.
flat-told-people =
    { $count ->
        [1] { $name } อยู่ใกล้คุณ ({ $where })
       *[other] มี { $count } คนอยู่ใกล้คุณ คนที่ใกล้ที่สุดคือ { $name } ({ $where })
    }
flat-hint = เลือกสถานที่หรือแตะแผนที่ แล้วคุณจะเดินไปที่นั่น
flat-going = กำลังเดินไปยังจุดนั้นบนแผนที่
flat-arrived = ถึงแล้ว
flat-left = เหลืออีก { $metres } ม.
flat-half-way = เหลืออีก { $metres } เมตร
