## ข้อความบนหน้าจอของเจ้าหน้าที่ เขียนภาษาญี่ปุ่นก่อน แล้วภาษานี้ตามนั้น

staff-title = คาชิมะเสมือนจริง หน้าจอเจ้าหน้าที่
staff-brand = คาชิมะเสมือนจริง
staff-brand-staff = หน้าจอเจ้าหน้าที่
staff-skip = ข้ามไปยังเนื้อหา
staff-nav = หน้าหลัก
staff-nav-events = กิจกรรม
staff-nav-counters = จุดบริการ
staff-nav-figures = ตัวเลขผู้กลับมา
staff-nav-badges = เหรียญ
staff-nav-members = เจ้าหน้าที่
staff-nav-audit = บันทึกการทำงาน
staff-account = ผู้ที่เข้าสู่ระบบ
staff-languages = ภาษาที่แสดง
staff-sign-out = ออกจากระบบ

staff-minutes = { $minutes } นาที
staff-people = { $count } คน
staff-jst = เวลาทั้งหมดเป็นเวลาญี่ปุ่น

staff-role =
    { $role ->
        [owner] ผู้ดูแล
        [host] ผู้ดำเนินกิจกรรม
        [moderator] ผู้ช่วยดูแล
       *[analyst] ผู้วิเคราะห์
    }
staff-role-about =
    { $role ->
        [owner] ทำได้ทุกอย่าง และเชิญเจ้าหน้าที่คนอื่นได้
        [host] สร้าง เปิด และจบกิจกรรม ดูรายชื่อผู้เข้าร่วมและตัวเลขได้
        [moderator] ดูแลในงาน ออกประกาศ และขอให้ออกจากงานได้
       *[analyst] ดูเฉพาะตัวเลข ไม่เห็นชื่อเล่นของใคร
    }

## เข้าสู่ระบบ

staff-sign-in-title = เข้าสู่ระบบ
staff-sign-in-lead = ที่นี่ใช้เตรียมและดำเนินกิจกรรม และดูว่ามีคนกลับมากี่คน
staff-login = ชื่อเข้าระบบ
staff-password = รหัสผ่าน
staff-sign-in = เข้าสู่ระบบ
staff-sign-in-wrong = ชื่อเข้าระบบหรือรหัสผ่านไม่ถูกต้อง
staff-sign-in-help = หากไม่มีบัญชีหรือลืมรหัสผ่าน โปรดขอลิงก์ลงทะเบียนใหม่จากผู้ดูแล
staff-signed-out = ออกจากระบบแล้ว
staff-form-stale = เปิดหน้านี้ไว้นานเกินไป จึงยังไม่ได้ส่ง โปรดลองอีกครั้ง

## ลิงก์ลงทะเบียน

staff-invite-title = ลงทะเบียนเจ้าหน้าที่
staff-invite-lead = คุณจะลงทะเบียนเป็น “{ $role }” ลิงก์นี้ใช้ได้ครั้งเดียว
staff-invite-login-help = ใช้อักษรอังกฤษตัวเล็ก ตัวเลข “.” “_” หรือ “-” 3 ถึง 40 ตัว เปลี่ยนภายหลังไม่ได้
staff-name = ชื่อที่แสดง
staff-invite-name-help = เจ้าหน้าที่คนอื่นเห็นชื่อนี้ และผู้มาเยือนจะเห็นเมื่อคุณออกประกาศ
staff-password-help = อย่างน้อย { $shortest } ตัวอักษร นำคำราวสี่คำมาต่อกันจะจำง่ายและเดายาก
staff-password-again = รหัสผ่าน (อีกครั้งเพื่อยืนยัน)
staff-register = ลงทะเบียนและเริ่ม
staff-welcome = ยินดีต้อนรับคุณ { $name } ลงทะเบียนเรียบร้อยแล้ว

staff-password-title = เปลี่ยนรหัสผ่าน
staff-password-current = รหัสผ่านปัจจุบัน
staff-password-new = รหัสผ่านใหม่
staff-password-lead = เมื่อเปลี่ยนแล้ว อุปกรณ์อื่นจะออกจากระบบทั้งหมด
staff-password-change = เปลี่ยนรหัสผ่าน
staff-password-changed = เปลี่ยนรหัสผ่านแล้ว

staff-fault-summary = โปรดแก้ไขส่วนต่อไปนี้ สิ่งที่พิมพ์ไว้ยังอยู่ครบ
staff-fault-login-characters = ใช้อักษรอังกฤษตัวเล็ก ตัวเลข “.” “_” หรือ “-” 3 ถึง 40 ตัว
staff-fault-login-taken = ชื่อเข้าระบบนี้มีผู้ใช้แล้ว โปรดใช้ชื่ออื่น
staff-fault-name-empty = โปรดใส่ชื่อ
staff-fault-name-long = ชื่อยาวได้ไม่เกิน 40 ตัวอักษร
staff-fault-name-characters = ชื่อมีอักขระที่ใช้ไม่ได้
staff-fault-password-short = ใช้อย่างน้อย { $shortest } ตัวอักษร
staff-fault-password-long = ใช้ไม่เกิน { $longest } ตัวอักษร
staff-fault-password-obvious = รหัสผ่านนี้เดาง่าย อย่าใช้เพียงคำทั่วไป ชื่อ หรืออักขระที่เรียงกัน
staff-fault-again = รหัสผ่านทั้งสองไม่เหมือนกัน
staff-fault-current = รหัสผ่านปัจจุบันไม่ถูกต้อง

## ปฏิเสธ

staff-refused-title = ทำรายการนี้ไม่ได้
staff-refused-not-found = ไม่พบหน้าที่ต้องการ ลิงก์อาจเก่าหรือใช้ไม่ได้แล้ว
staff-refused-large = เนื้อหาที่ส่งมามีขนาดใหญ่เกินไป
staff-refused-malformed = อ่านเนื้อหาที่ส่งมาไม่ได้
staff-refused-surprise = เกิดข้อผิดพลาดทางฝั่งเรา โปรดรอสักครู่แล้วลองใหม่
staff-refused-home = ไปหน้าแรก

staff-again-title = โปรดส่งอีกครั้ง
staff-again-stale = เปิดหน้าไว้นานเกินไปหรือมีการเข้าสู่ระบบใหม่ จึงยังไม่ได้ส่ง เนื้อหายังอยู่ครบ
staff-again-signed-out = การเข้าสู่ระบบหมดอายุ จึงยังไม่ได้ส่ง โปรดเข้าสู่ระบบในแท็บอื่น แล้วกดปุ่มด้านล่าง เนื้อหายังอยู่ครบ
staff-again-sign-in = เปิดหน้าเข้าสู่ระบบในแท็บอื่น
staff-again-send = ส่งเนื้อหานี้อีกครั้ง
staff-again-typed = เนื้อหาที่จะส่ง

## กิจกรรม

staff-events-title = กิจกรรม
staff-events-new = สร้างกิจกรรมใหม่
staff-events-none = ยังไม่มีกิจกรรม มาสร้างกิจกรรมแรกกัน
staff-events-section =
    { $section ->
        [now] กำลังจัด
        [soon] ที่จะมาถึง
        [drafts] ฉบับร่าง
       *[past] ที่ผ่านมา
    }
staff-state =
    { $state ->
        [draft] ฉบับร่าง
        [published] เผยแพร่แล้ว (ยังไม่เปิด)
        [open] เปิดอยู่
        [ended] จบแล้ว
       *[cancelled] ยกเลิก
    }
staff-events-present = ขณะนี้มี { $count } คนในงาน

staff-event-when = วันเวลา
staff-event-place = สถานที่
staff-event-capacity = จำนวนที่รับ
staff-event-languages = ภาษา
staff-event-badge = เงื่อนไขเหรียญ
staff-event-badge-share = เข้าร่วมอย่างน้อย { $percent }% ของเวลา
staff-event-badge-minutes = เข้าร่วมอย่างน้อย { $minutes } นาที
staff-event-badge-needed = ({ $minutes } นาที)
staff-event-link = ลิงก์เข้าร่วม
staff-event-link-help = แจ้งลิงก์หรือคิวอาร์โค้ดนี้ เข้างานได้เฉพาะเวลาที่เปิด
staff-event-link-draft = เมื่อเผยแพร่แล้ว ลิงก์เข้าร่วมและคิวอาร์โค้ดจะแสดงที่นี่
staff-copy = คัดลอกลิงก์
staff-copied = คัดลอกแล้ว
staff-code = คิวอาร์โค้ดของลิงก์เข้าร่วม
staff-code-save = บันทึกคิวอาร์โค้ด (SVG)
staff-event-next = ขั้นตอนต่อไป
staff-event-next-draft = ตรวจเนื้อหาแล้วเผยแพร่ กิจกรรมจะขึ้นในรายการของเมือง และหลังจากนั้นแก้ไขไม่ได้
staff-event-next-published = เมื่อถึงเวลาให้เปิดงาน แล้วผู้มาเยือนจะเข้าได้
staff-event-next-open = งานเปิดอยู่ ดำเนินกิจกรรมพร้อมดูความเป็นไปในงาน
staff-event-next-ended = กิจกรรมจบแล้ว ดูผู้เข้าร่วมและสถานะเหรียญได้
staff-event-next-cancelled = กิจกรรมนี้ถูกยกเลิก
staff-event-edit = แก้ไขเนื้อหา
staff-event-publish = เผยแพร่
staff-event-open = เปิดงาน
staff-event-live = ไปหน้าดำเนินงาน
staff-event-end = จบกิจกรรม
staff-event-cancel = ยกเลิกกิจกรรม
staff-event-attendance = ผู้เข้าร่วมและเหรียญ
staff-event-created = บันทึก “{ $title }” เป็นฉบับร่างแล้ว
staff-event-saved = แก้ไขแล้ว
staff-event-too-early = เปิดงานได้ตั้งแต่ { $hours } ชั่วโมงก่อนเริ่ม
staff-event-now-published = เผยแพร่แล้ว อยู่ในรายการกิจกรรมของเมือง
staff-event-now-open = เปิดงานแล้ว ผู้มาเยือนเข้าได้
staff-event-now-ended = กิจกรรมจบแล้ว ผู้ที่ครบเงื่อนไขจะได้รับเหรียญ
staff-event-now-cancelled = ยกเลิกแล้ว
staff-done-untold = บันทึกแล้ว แต่การแจ้งไปยังเมืองล่าช้า หากผ่านไปหลายนาทีแล้วยังไม่เปลี่ยน โปรดแจ้งผู้ดูแลระบบ

staff-form-new = กิจกรรมใหม่
staff-form-edit = แก้ไขกิจกรรม
staff-form-what = อะไร
staff-form-title = ชื่อกิจกรรม
staff-form-title-help = ชื่อที่ผู้มาเยือนเห็น ไม่เกิน 80 ตัวอักษร
staff-form-place = สถานที่
staff-form-place-choose = โปรดเลือก
staff-form-place-help = จุดที่ผู้มาเยือนยืนเป็นที่แรก
staff-form-when = เมื่อไร
staff-form-starts = เริ่ม (เวลาญี่ปุ่น)
staff-form-ends = จบ (เวลาญี่ปุ่น)
staff-form-who = สำหรับใคร
staff-form-capacity = จำนวนที่รับ
staff-form-capacity-help = 1 ถึง { $most } คน
staff-form-languages = ภาษาที่ใช้นำชม
staff-form-languages-help = เลือกภาษาที่ผู้ดำเนินกิจกรรมพูดได้ ข้อความบนจอมีครบทั้งห้าภาษา
staff-form-rule = เงื่อนไขเหรียญ
staff-form-rule-help = ตัดสินจากเวลาเข้าร่วมที่เซิร์ฟเวอร์วัด ไม่นับเวลาที่ไม่อยู่
staff-form-rule-share = สัดส่วนของเวลา (%)
staff-form-rule-minutes = จำนวนนาที
staff-form-rule-value = สัดส่วน (%) หรือนาที
staff-form-save = บันทึกเป็นฉบับร่าง
staff-form-keep = บันทึก
staff-form-stop = ไม่บันทึก

staff-fault-title = ใส่ชื่อ 1 ถึง 80 ตัวอักษร
staff-fault-place = โปรดเลือกสถานที่
staff-fault-date = โปรดใส่วันที่และเวลา
staff-fault-ends-before = เวลาจบต้องอยู่หลังเวลาเริ่ม
staff-fault-ends-at = กิจกรรมยาวได้ไม่เกิน 12 ชั่วโมง
staff-fault-ends-past = เวลาจบผ่านไปแล้ว
staff-fault-number = โปรดใส่เป็นตัวเลข
staff-fault-capacity = จำนวนที่รับต้องอยู่ระหว่าง 1 ถึง { $most } คน
staff-fault-languages = เลือกอย่างน้อยหนึ่งภาษา
staff-fault-rule-share = สัดส่วนต้องอยู่ระหว่าง 1 ถึง 100
staff-fault-rule-minutes = จำนวนนาทีต้องอยู่ระหว่าง 1 ถึงความยาวของกิจกรรม

## ดำเนินงาน

staff-live-title = ดำเนินงาน
staff-live-closed = ขณะนี้กิจกรรมนี้ไม่ได้เปิด
staff-live-present = ผู้ที่อยู่ในงาน
staff-live-as-of = ณ เวลา { $time }
staff-live-none = ขณะนี้ไม่มีใครอยู่ในงาน
staff-live-nickname = ชื่อเล่น
staff-live-place = อยู่ที่
staff-live-minutes = เวลาเข้าร่วม
staff-live-on-the-way = ระหว่างทาง
staff-live-act = การทำงาน
staff-live-remove-short = ขอให้ออก
staff-live-remove-who = ขอให้ออก: { $nickname }
staff-live-overdue = เลยเวลาจบแล้ว เมื่อจบกิจกรรม ผู้ที่ครบเงื่อนไขจะได้รับเหรียญ
staff-live-refresh = โหลดใหม่
staff-live-lost = โหลดข้อมูลล่าสุดไม่ได้ กำลังตรวจการเชื่อมต่อ
staff-live-ended = กิจกรรมนี้จบแล้ว โปรดโหลดหน้าใหม่
staff-announce-title = ประกาศถึงทุกคนในงาน
staff-announce-label = ข้อความประกาศ
staff-announce-help = แสดงต่อทุกคนในงานทันที ไม่เกิน { $most } ตัวอักษร
staff-announce = ประกาศ
staff-announced = ประกาศแล้ว
staff-announced-title = ประกาศที่ออกไปแล้ว
staff-fault-text = ใส่ประกาศ 1 ถึง { $most } ตัวอักษร

staff-remove-title = ขอให้ออกจากงาน
staff-remove-lead = { $nickname } จะถูกนำออกจากงานและกลับเข้ากิจกรรมนี้ไม่ได้อีก แต่ยังเดินที่อื่นในเมืองได้
staff-remove-reason = เหตุผล
staff-remove-reason-help = จะแสดงต่อเจ้าตัวและเก็บในบันทึกการทำงาน ไม่เกิน { $most } ตัวอักษร
staff-remove = ขอให้ออก
staff-removed = ขอให้ออกแล้ว
staff-fault-reason = ใส่เหตุผล 1 ถึง { $most } ตัวอักษร

staff-line-title = เมื่อที่นั่งเต็ม
staff-live-nth = ห้องที่ { $number } · { $place }
staff-live-waiting =
    { $count ->
        [0] ไม่มีใครรออยู่ในแถว
       *[other] มี { $count } คนรออยู่ในแถว
    }
staff-let-in-count = จำนวนคน
staff-let-in-help = ให้คนต้นแถวเข้าเกินจำนวนที่รับได้ ครั้งละไม่เกิน { $most } คน
staff-let-in = ให้คนต้นแถวเข้า
staff-let-in-done = เตรียมที่ให้ { $count } คนแล้ว จะเข้ามาเองภายในไม่กี่วินาที
staff-let-in-none = ไม่มีใครได้ที่นั่ง เพราะไม่มีคนในแถว หรือไม่มีที่เหลือแล้ว

staff-enter-title = เข้างานด้วยตนเอง
staff-enter-about = เข้าได้แม้ที่นั่งเต็ม ผู้อื่นจะเห็นเครื่องหมายข้างชื่อของคุณ
staff-enter-guide = เข้าในฐานะผู้นำทาง
staff-enter-staff = เข้าในฐานะเจ้าหน้าที่
staff-entrance-title = ทางเข้าของคุณ
staff-entrance-lead =
    { $role ->
        [guide] ทางเข้า “{ $title }” ในฐานะผู้นำทาง
       *[staff] ทางเข้า “{ $title }” ในฐานะเจ้าหน้าที่
    }
staff-entrance-hours = ใช้ได้ { $hours } ชั่วโมง เฉพาะช่วงที่เปิดประตู
staff-entrance-one = เป็นของคนแรกที่ใช้เท่านั้น อย่าส่งให้ผู้มาเยือน เจ้าหน้าที่แต่ละคนควรสร้างของตนเอง
staff-entrance-name = ชื่อที่แสดงคือชื่อเล่นที่คุณใช้ในเมือง
staff-entrance-open = เปิดเมือง
staff-entrance-back = กลับ

staff-end-title = จบกิจกรรมหรือไม่
staff-end-1 = งานจะปิด และผู้ที่อยู่ข้างในจะกลับไปยังเมือง
staff-end-2 = ผู้ที่มีเวลาเข้าร่วมครบเงื่อนไขจะได้รับเหรียญ
staff-end-3 = เมื่อจบแล้วเปิดอีกไม่ได้
staff-cancel-title = ยกเลิกกิจกรรมหรือไม่
staff-cancel-1 = งานจะไม่เปิด หากเปิดอยู่จะปิด และผู้ที่อยู่ข้างในจะกลับไปยังเมือง
staff-cancel-2 = ผู้ที่ยังไม่ได้รับเหรียญจะไม่ได้รับ ส่วนผู้ที่ครบเงื่อนไขแล้วเหรียญจะยังอยู่
staff-cancel-3 = เมื่อยกเลิกแล้วย้อนกลับไม่ได้
staff-confirm-end = จบกิจกรรม
staff-confirm-cancel = ยกเลิกกิจกรรม
staff-confirm-stop = ไม่ กลับไป

staff-attendance-title = ผู้เข้าร่วมและเหรียญ
staff-attendance-lead = เวลาเข้าร่วมวัดโดยเซิร์ฟเวอร์ ต้องเข้าร่วมอย่างน้อย { $minutes } นาทีจึงได้เหรียญ
staff-attendance-none = ไม่มีผู้เข้าร่วม
staff-attendance-count = เข้าร่วม { $count } คน ได้เหรียญ { $badges } คน
staff-attendance-first = มาถึงครั้งแรก
staff-attendance-badge = เหรียญ
staff-attendance-erased = (ลบแล้ว)
staff-award =
    { $state ->
        [none] ไม่ครบเงื่อนไข
        [queued] กำลังเตรียมออก
        [batched] กำลังเตรียมออก
        [mined] ออกแล้ว
        [final] ยืนยันแล้ว
        [revoked] ถอนคืนแล้ว
        [erased] มอบแล้ว (ลบแล้ว)
       *[parked] ต้องตรวจสอบ
    }
staff-attendance-open = กิจกรรมยังเปิดอยู่ จำนวนจะเพิ่มขึ้นอีก

staff-attendance-host = ผู้นำกิจกรรม: { $state }
staff-grant-title = มอบเหรียญด้วยตนเอง
staff-grant-lead = มอบเหรียญให้คุณ { $nickname } พร้อมเหตุผล เช่น เวลาไม่ครบด้วยเหตุสุดวิสัย หรือช่วยจัดกิจกรรม เหรียญที่มอบแล้วเรียกคืนไม่ได้
staff-grant-which = เหรียญที่จะมอบ
staff-grant-kind =
    { $kind ->
        [host] เหรียญผู้นำกิจกรรม
       *[event] เหรียญผู้มาเยือน
    }
staff-grant-about =
    { $kind ->
        [host] สำหรับผู้ที่นำหรือช่วยจัดกิจกรรม
       *[event] เป็นที่ระลึกของวันที่ร่วมกิจกรรม และนับเป็นวันที่มาเยือน
    }
staff-grant-held = มีเหรียญนี้อยู่แล้ว
staff-grant-reason = เหตุผล
staff-grant-reason-help = จะเก็บไว้ในบันทึกการทำงาน เจ้าตัวจะเห็นเพียงว่าเจ้าหน้าที่ของเมืองมอบให้ ไม่เกิน { $most } ตัวอักษร
staff-grant = มอบเหรียญ
staff-grant-link = มอบ
staff-grant-column = มอบเอง
staff-grant-who = มอบเหรียญให้คุณ { $nickname }
staff-granted = มอบเหรียญให้คุณ { $nickname } แล้ว
staff-granted-before = คุณ { $nickname } มีเหรียญนี้อยู่แล้ว ไม่มีอะไรเปลี่ยนแปลง

## ตัวเลขผู้กลับมา

staff-figures-title = ตัวเลขผู้กลับมา
staff-figures-lead = ไม่ได้ดูว่ามากี่ครั้ง แต่ดูว่ามีกี่คนที่กลับมา
staff-figures-as-of = ณ { $when }
staff-figures-totals = รวมทั้งหมด
staff-figures-visitors = ผู้มาเยือน
staff-figures-visitors-about = จำนวนคนที่มีวันมาเยือนตั้งแต่หนึ่งวัน
staff-figures-returners = ผู้กลับมา
staff-figures-returners-about = จำนวนคนที่มีวันมาเยือนตั้งแต่สองวัน นับเฉพาะผู้ที่ยอมให้จดจำ
staff-figures-days = วันมาเยือน
staff-figures-days-about = วัน (เวลาญี่ปุ่น) ที่ผู้มาเยือนแต่ละคนมีเวลาใช้งานรวมตั้งแต่ { $seconds } วินาที นับเป็นหนึ่งวัน แล้วรวมกัน
staff-figures-weeks = ผู้มาเยือนและผู้กลับมารายสัปดาห์
staff-figures-weeks-about = สัปดาห์นับจากวันจันทร์ถึงวันอาทิตย์ (เวลาญี่ปุ่น) “กลับมา” คือคนที่วันมาเยือนในสัปดาห์นั้นเป็นวันที่สองขึ้นไปของตน “ครั้งแรก” คือผู้มาเยือนที่เหลือ ผู้ที่เลือกไม่ให้จดจำนับเป็น “ครั้งแรก” ทุกวัน
staff-figures-chart = ผู้มาเยือน { $weeks } สัปดาห์ล่าสุด ส่วนสีเข้มคือผู้กลับมา
staff-figures-chart-text = ตัวเลขเหมือนตารางด้านล่าง ลายเส้นคือตัวเลขที่ซ่อนไว้เพราะมีคนจำนวนน้อย
staff-figures-week = สัปดาห์
staff-figures-week-of = สัปดาห์ของ { $day }
staff-figures-first = ครั้งแรก
staff-figures-again = กลับมา
staff-figures-events = ผู้ที่กลับมาหลังกิจกรรม
staff-figures-events-about = “เข้าร่วม” คือคนที่มีเวลาใช้งานในกิจกรรมตั้งแต่ { $seconds } วินาที “ติดตามได้” คือคนในนั้นที่ยอมให้จดจำ “กลับมา” คือคนในนั้นที่มีวันมาเยือนอื่นภายใน { $days } วันหลังวันที่เข้าร่วม
staff-figures-event = กิจกรรม
staff-figures-day = วันที่จัด
staff-figures-attended = เข้าร่วม
staff-figures-followed = ติดตามได้
staff-figures-returned = กลับมา
staff-figures-share = สัดส่วน
staff-figures-unsettled = ยังไม่ครบ { $days } วัน
staff-figures-settled = ครบแล้ว
staff-figures-state = ช่วงเวลา
staff-figures-none = ยังไม่มีตัวเลข เมื่อมีผู้มาเยือนจะแสดงที่นี่
staff-figures-no-events = ยังไม่มีกิจกรรมที่จบ
staff-figures-hidden = การคุ้มครองกลุ่มเล็ก: ตัวเลขของคนน้อยกว่า { $small } คนแสดงเป็น “<{ $small }” และตัวเลขที่ใช้คำนวณย้อนได้จะซ่อนด้วย “＊” ผลรวมนับส่วนที่ซ่อนด้วย ขณะนี้ซ่อนอยู่ { $count } ตัวเลข
staff-figures-shown = ปิดการคุ้มครองกลุ่มเล็กอยู่ อย่าใช้ในเอกสารที่เผยแพร่
staff-figures-erased = การมาเยือนของผู้ที่ขอให้ลบบันทึกไม่นับรวมในจำนวนคนและวันมาเยือน ({ $count } ครั้ง)
staff-figures-csv = บันทึกตารางเป็น CSV (สำหรับ Excel)
staff-figures-chain = ตัวเลขจากเชน
staff-figures-chain-about = นับเฉพาะเหรียญที่ยืนยันบนบล็อกเชนแล้ว เป็นบันทึกสาธารณะที่ใครก็นับซ้ำได้ จึงไม่ซ่อนแม้จำนวนน้อย
staff-figures-holders = ที่อยู่ที่มีเหรียญ
staff-figures-repeat = ที่อยู่ที่มีเหรียญตั้งแต่สองวัน
staff-figures-badges = เหรียญที่ยืนยันแล้ว
staff-figures-waiting = กำลังออก
staff-figures-recount = หากต้องการนับซ้ำ ใช้คำสั่ง { $command } หรือดูหน้าหลักฐาน
staff-figures-proof = หน้าหลักฐาน
staff-csv-week = สัปดาห์
staff-csv-monday = วันจันทร์
staff-csv-visitors = ผู้มาเยือน
staff-csv-first = ครั้งแรก
staff-csv-again = กลับมา
staff-csv-days = วันมาเยือน
staff-csv-event = กิจกรรม
staff-csv-day = วันที่จัด
staff-csv-attended = เข้าร่วม
staff-csv-followed = ติดตามได้
staff-csv-returned = กลับมา
staff-csv-share = สัดส่วน
staff-csv-settled = พ้นช่วงเวลาแล้ว
staff-csv-as-of = ณ เวลา (ญี่ปุ่น)
staff-csv-yes = ใช่
staff-csv-no = ไม่ใช่

## เจ้าหน้าที่

staff-members-title = เจ้าหน้าที่
staff-members-name = ชื่อ
staff-members-role = บทบาท
staff-members-since = วันที่ลงทะเบียน
staff-members-state = สถานะ
staff-members-active = ใช้งานได้
staff-members-disabled = ระงับแล้ว ({ $day })
staff-members-disable = ระงับ
staff-members-disable-who = ระงับ { $name }
staff-members-you = (คุณ)
staff-invites-title = เชิญเจ้าหน้าที่
staff-invites-lead = สร้างลิงก์ลงทะเบียนแล้วมอบให้เจ้าตัวเท่านั้น ลิงก์ใช้ได้ครั้งเดียวภายใน { $hours } ชั่วโมง
staff-invites-role = บทบาท
staff-invites-make = สร้างลิงก์ลงทะเบียน
staff-invites-made = สร้างลิงก์ลงทะเบียนสำหรับ “{ $role }” แล้ว เมื่อออกจากหน้านี้จะแสดงอีกไม่ได้
staff-invites-link = ลิงก์ลงทะเบียน
staff-invites-open = ลิงก์ที่ยังไม่ได้ใช้
staff-invites-until = ถึง { $when }
staff-invites-withdraw = ยกเลิก
staff-invites-withdraw-which = ยกเลิก ลิงก์ของ { $role } (ถึง { $when })
staff-invite-withdrawn = ยกเลิกลิงก์ลงทะเบียนแล้ว
staff-disable-title = ระงับ { $name } หรือไม่
staff-disable-1 = จะออกจากระบบทันทีและเข้าสู่ระบบไม่ได้อีก
staff-disable-2 = บันทึกการทำงานที่ผ่านมายังคงอยู่
staff-disable-3 = หากต้องการคืน ให้ลงทะเบียนใหม่ด้วยลิงก์ใหม่
staff-disable-self = คุณกำลังจะระงับตัวเอง
staff-disabled = ระงับ { $name } แล้ว

## บันทึกการทำงาน

staff-audit-title = บันทึกการทำงาน
staff-audit-lead = ใครทำอะไรเมื่อไร เรียงจากใหม่ไปเก่า
staff-audit-at = วันเวลา
staff-audit-who = เจ้าหน้าที่
staff-audit-act = การทำงาน
staff-audit-subject = สิ่งที่ทำ
staff-audit-detail = รายละเอียด
staff-audit-none = ยังไม่มีบันทึก
staff-audit-older = บันทึกก่อนหน้า
staff-audit-system = ระบบ
staff-act =
    { $act ->
        [claim-open] สร้างรหัสหรือคำ
        [claim-screen] สร้างลิงก์หน้าจอ
        [claim-withdraw] ยกเลิกรหัสหรือคำ
        [join] ลงทะเบียน
        [sign-in] เข้าสู่ระบบ
        [change-password] เปลี่ยนรหัสผ่าน
        [invite] สร้างลิงก์ลงทะเบียน
        [withdraw] ยกเลิกลิงก์ลงทะเบียน
        [disable] ระงับเจ้าหน้าที่
        [event-create] สร้างกิจกรรม
        [event-edit] แก้ไขกิจกรรม
        [recording-on] เริ่มบันทึกการนำชม
        [recording-off] หยุดบันทึกการนำชม
        [recording-publish] เผยแพร่บันทึกการนำชม
        [recording-discard] ลบบันทึกการนำชม
        [event-published] เผยแพร่กิจกรรม
        [event-open] เปิดงาน
        [event-ended] จบกิจกรรม
        [event-cancelled] ยกเลิกกิจกรรม
        [announce] ประกาศ
        [remove] ขอให้ออกจากงาน
        [grant-event] มอบเหรียญผู้มาเยือน
        [grant-host] มอบเหรียญผู้นำกิจกรรม
        [export] บันทึก CSV
        [let-in] ให้เข้าจากแถว
        [enter-guide] สร้างทางเข้าของผู้นำทาง
        [enter-staff] สร้างทางเข้าของเจ้าหน้าที่
        [reissue] ออกเหรียญใหม่บนเชนอื่น
        [badges-again] ลองออกเหรียญที่พักไว้อีกครั้ง
       *[other] { $act }
    }

## การออกเหรียญ

staff-badges-title = การออกเหรียญ
staff-badges-lead = แสดงว่าเหรียญที่สัญญาไว้ไปถึงขั้นไหนแล้ว ไม่ว่าเกิดอะไรขึ้น เหรียญที่สัญญาไว้จะไม่หาย เมื่อแก้ไขแล้วจะทำต่อจากตรงนี้
staff-badges-now = สถานการณ์ตอนนี้
staff-badges-oldest = เหรียญที่รอนานที่สุด
staff-badges-since = ตั้งแต่ { $when }
staff-badges-none-waiting = ไม่มีเหรียญที่รออยู่
staff-badges-block = บล็อกล่าสุด
staff-badges-balance = ยอดเงินค่าธรรมเนียม
staff-badges-seen-at = ดูเมื่อ
staff-badges-look-again = ดูอีกครั้ง
staff-badges-proof = เปิดหน้าพิสูจน์สาธารณะ
staff-badges-for-operator = ข้อมูลสำหรับผู้ดูแลเซิร์ฟเวอร์
staff-badges-counts = จำนวนในแต่ละขั้น
staff-badges-count = { $count } เหรียญ
staff-badges-state =
    { $state ->
        [queued] รอคิว (กำลังเตรียมออก)
        [batched] ส่งไปยังเชนแล้ว (กำลังเตรียมออก)
        [mined] ออกแล้ว
        [final] ยืนยันแล้ว
        [revoked] ถอนคืนแล้ว
       *[parked] พักไว้
    }
staff-badges-lines = เหรียญที่รออยู่
staff-badges-badge = เหรียญ
staff-badges-number = จำนวน
staff-badges-waits-since = ตั้งแต่
staff-badges-opens = ออกได้ตั้งแต่ { $when }
staff-badges-moves = การย้ายไปวอลเล็ต
staff-badges-move =
    { $state ->
        [queued] รอคิว { $count } รายการ
        [batched] ส่งไปยังเชนแล้ว { $count } รายการ
       *[refused] ถูกปฏิเสธ { $count } รายการ เจ้าของเชื่อมวอลเล็ตใหม่ได้
    }
staff-badges-why =
    { $why ->
        [nothing] เรียบร้อยดี เหรียญกำลังออกตามลำดับ
        [standby] ตัวออกเหรียญนี้สแตนด์บาย มีอีกตัวทำงานอยู่
        [unconfirmed] รายการที่ส่งไปกำลังรอเข้าบล็อก
        [signer-missing] ไม่มีกุญแจสำหรับลงนามเหรียญ
        [signer-unusable] กุญแจสำหรับลงนามเหรียญใช้ไม่ได้
        [signer-changed] กุญแจลงนามไม่ใช่ดอกเดิม
        [registrar-unusable] กุญแจสำหรับย้ายไปวอลเล็ตใช้ไม่ได้
        [chain-away] เชื่อมต่อบล็อกเชนไม่ได้
        [wrong-chain] เชนที่เชื่อมต่อไม่ใช่เชนที่บันทึกเหรียญไว้
        [chain-disagrees] บันทึกบนเชนไม่ตรงกับสำเนาของเมือง
        [nodes-disagree] ปลายทางสองแห่งตอบไม่ตรงกัน
        [no-contract] เชนนี้ยังไม่มีสัญญาของเหรียญ
        [not-issuer] สิทธิ์ในการออกเหรียญถูกถอนไปแล้ว
        [not-registrar] สิทธิ์ในการย้ายเหรียญถูกถอนไปแล้ว
        [needs-admin] เหรียญบางส่วนรอผู้ดูแลสัญญาดำเนินการ
        [defined-otherwise] สัญญาบันทึกวันหรือชนิดของเหรียญไว้ต่างจากเมือง
        [paused] ผู้ดูแลสัญญาพักการออกเหรียญไว้ชั่วคราว
        [daily-cap] ถึงขีดจำกัดของวันนี้แล้ว
        [out-of-funds] ยอดเงินค่าธรรมเนียมไม่พอ
        [refused] บริการปลายทางไม่รับสิ่งที่ส่งไป
        [keeps-reverting] รายการที่ส่งไปถูกยกเลิกติดต่อกันหลายครั้ง
        [database-away] ตัวออกเหรียญเชื่อมต่อฐานข้อมูลไม่ได้
        [silent] ตัวออกเหรียญไม่ได้ทำงาน
       *[unheard] ตัวออกเหรียญทำงานอยู่ แต่สอบถามสถานะไม่ได้
    }
staff-badges-todo =
    { $why ->
        [nothing] ไม่ต้องทำอะไร
        [standby] ไม่ต้องทำอะไร
        [unconfirmed] ไม่ต้องทำอะไร หากหนาแน่น ระบบจะเพิ่มค่าธรรมเนียมแล้วส่งใหม่เอง
        [signer-missing] ขอให้ผู้ดูแลเซิร์ฟเวอร์ติดตั้งกุญแจออกเหรียญ (KASHIMA_ISSUER_KEY)
        [signer-unusable] ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจกุญแจออกเหรียญ
        [signer-changed] ขอให้ผู้ดูแลเซิร์ฟเวอร์นำกุญแจเดิมกลับมา
        [registrar-unusable] ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจ KASHIMA_REGISTRAR_KEY
        [chain-away] ระบบกำลังเชื่อมต่อใหม่เอง หากเกิน 30 นาที โปรดแจ้งผู้ดูแลเซิร์ฟเวอร์
        [wrong-chain] ยังไม่ได้ส่งอะไรไป ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจปลายทาง หากเครือข่ายทดสอบปิดไปแล้ว ใช้ kashima reissue ย้ายไปเครือข่ายใหม่ได้
        [chain-disagrees] หยุดออกเหรียญแล้ว โปรดแจ้งผู้ดูแลเซิร์ฟเวอร์
        [nodes-disagree] หยุดออกเหรียญแล้ว ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจว่าปลายทางใดถูกต้อง
        [no-contract] ขอให้ผู้ดูแลเซิร์ฟเวอร์ตัดสินใจว่าจะวางสัญญาหรือไม่ (KASHIMA_ALLOW_DEPLOY)
        [not-issuer] ขอให้ผู้ดูแลสัญญาคืนสิทธิ์
        [not-registrar] ขอให้ผู้ดูแลสัญญาคืนสิทธิ์
        [needs-admin] ขอให้ผู้ดูแลเซิร์ฟเวอร์รัน kashima contract --pending แล้วส่งข้อความที่แสดงให้ผู้ดูแลสัญญา
        [defined-otherwise] เหรียญอื่นยังออกต่อไป กุญแจที่ใช้ออกเหรียญอาจรั่วไหล โปรดแจ้งผู้ดูแลเซิร์ฟเวอร์
        [paused] สอบถามผู้ดูแลสัญญาว่าจะเริ่มใหม่เมื่อใด
        [daily-cap] พรุ่งนี้จะออกต่อเอง
        [out-of-funds] ขอให้ผู้ดูแลเซิร์ฟเวอร์เติมเงินให้บัญชีที่ออกเหรียญ แล้วจะทำต่อเอง
        [refused] ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจแผนและขีดจำกัดของบริการปลายทาง
        [keeps-reverting] หยุดออกเหรียญแล้ว โปรดแจ้งผู้ดูแลเซิร์ฟเวอร์
        [database-away] ระบบกำลังเชื่อมต่อใหม่เอง หากนานเกินไป โปรดแจ้งผู้ดูแลเซิร์ฟเวอร์
        [silent] ขอให้ผู้ดูแลเซิร์ฟเวอร์เริ่มตัวออกเหรียญ (kashima minter) แล้วจะทำต่อเอง
       *[unheard] เหรียญกำลังออกอยู่ หากต้องการดูรายละเอียดที่นี่ ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจ KASHIMA_MINTER_URL
    }
staff-badges-parked = เหรียญที่พักไว้จนกว่าจะมีคนตรวจ
staff-badges-parked-none = ไม่มีเหรียญที่พักไว้
staff-badges-words = คำตอบจากสัญญาหรือตัวออกเหรียญ:
staff-badges-again = ลอง { $count } เหรียญอีกครั้ง
staff-badges-again-short = ลองอีกครั้ง
staff-badges-again-one = ลองอีกครั้ง: “{ $title }” (ผู้ถือ { $holder })
staff-badges-which = ดูว่าเป็นเหรียญใด
staff-badges-parked-at = พักไว้เมื่อ { $when }
staff-badges-again-done = นำ { $count } เหรียญกลับเข้าคิวแล้ว
staff-badges-again-nothing = ไม่มีเหรียญที่พักไว้แล้ว
staff-badges-parked-why =
    { $reason ->
        [no-address] ที่อยู่ผู้รับเขียนไม่ถูกต้อง
        [not-shown] ส่งไปยังเชนแล้ว แต่ไม่มีบันทึก
        [closed] พ้นช่วงเวลาที่ออกได้แล้ว
        [wrong-day] วันที่ของเหรียญไม่ตรงกับช่วงที่ออกได้
       *[refused] สัญญาไม่รับ
    }
staff-badges-parked-todo =
    { $reason ->
        [no-address] ขอให้ผู้ดูแลเซิร์ฟเวอร์ตรวจที่อยู่นี้ หากยังไม่แก้ ลองอีกก็จะถูกพักไว้อีก
        [not-shown] ลองอีกครั้งเมื่อเชนกลับมาปกติ จะไม่ออกซ้ำสองครั้ง
        [closed] ขอให้ผู้ดูแลสัญญาขยายเวลา แล้วลองอีกครั้ง
        [wrong-day] ตรวจว่าวันที่ของกิจกรรมถูกต้อง และแจ้งผู้ดูแลเซิร์ฟเวอร์
       *[refused] แจ้งข้อความด้านล่างแก่ผู้ดูแลเซิร์ฟเวอร์ เมื่อสาเหตุหมดไปแล้วจึงลองอีกครั้ง
    }

## รหัสและคำ

staff-claims-title = รหัสและคำ
staff-claims-lead = สามวิธีมอบเหรียญให้ผู้ที่มาจริง ไม่ว่าจะใช้วิธีใด แต่ละคนได้หนึ่งเหรียญ
staff-claims-short = มอบเหรียญด้วยกระดาษ หน้าจอ หรือคำที่ประกาศ
staff-claims-go = ไปที่รหัสและคำ
staff-claims-live = ที่ใช้อยู่
staff-claims-none = ยังไม่มี สร้างได้ด้านล่าง
staff-claims-gone = ที่สิ้นสุดแล้ว ({ $count })
staff-claims-make = สร้างใหม่
staff-claims-closed = ขณะนี้ยังสร้างรหัสหรือคำสำหรับกิจกรรมนี้ไม่ได้ สร้างได้หลังเผยแพร่หรือหลังจบกิจกรรม
staff-counters-title = รหัสของจุดบริการ
staff-counters-lead = เหรียญสำหรับผู้ที่มาที่จุดบริการจริง เช่น ศูนย์บริการนักท่องเที่ยว จุดพักรถ HAMA BAR ผู้ที่มาอีกในวันอื่นจะได้เหรียญของวันนั้นด้วย
staff-claim-last = ใช้ล่าสุด { $when }
staff-claim-unused = ยังไม่มีใครใช้
staff-claim-uses = { $used } จาก { $cap } คน
staff-claim-screen = แสดงบนหน้าจอ
staff-claim-screen-which = แสดงบนหน้าจอ: { $label }
staff-claim-withdraw = ยกเลิก
staff-claim-withdraw-which = ยกเลิก: { $channel } ({ $label })
staff-claim-withdrawn = ยกเลิกแล้ว เหรียญที่ได้รับไปแล้วยังคงอยู่
staff-claim-spot = สถานที่ในเมือง
staff-claim-spot-help = สถานที่ที่ใกล้จุดบริการที่สุด จะเป็นภาพบนเหรียญ
staff-claim-label = ชื่อจุดบริการ
staff-claim-label-help = จะเป็นชื่อเหรียญ เช่น HAMA BAR
staff-claim-word = คำ
staff-claim-word-help = พูดง่ายแต่เดายาก ใช้คำที่เสนอหรือคำของคุณเองตามด้วยตัวเลขก็ได้
staff-claim-minutes = ใช้ได้กี่นาที
staff-claim-minutes-help = นับจากนี้ ไม่เกิน { $minutes } นาที คำที่พูดออกไปจะแพร่เร็ว
staff-claim-opens_at = ตั้งแต่
staff-claim-closes_at = จนถึง
staff-claim-cap = จำนวนคน
staff-claim-codes = จำนวนใบ
staff-claim-codes-help = หนึ่งใบต่อหนึ่งคน ครั้งละไม่เกิน { $most } ใบ
staff-claim-cap-help = ปิดรับเมื่อครบจำนวนนี้ ไม่เกิน { $most } คน
staff-claim-once = คำนี้แสดงในหน้านี้เท่านั้น โปรดจดไว้
staff-claim-word-copy = คัดลอกคำ
staff-claim-word-title = คำพร้อมใช้แล้ว
staff-claim-word-until = ใช้ได้ถึง { $when } สำหรับ { $cap } คนแรก
staff-claim-word-where = ผู้มาเยือนเปิด “เหรียญ” ในเมืองแล้วพิมพ์คำนี้
staff-claim-word-spelling = ตัวพิมพ์ใหญ่เล็กและเว้นวรรคไม่มีผล
staff-claim-word-announce = ประกาศในงาน
staff-claim-back = กลับไปที่รหัส
staff-claim-screen-title = หน้าจอของสถานที่
staff-claim-screen-lead = หน้าจอที่แสดงรหัสของ “{ $label }” เปลี่ยนใหม่ทุก 30 วินาที
staff-claim-screen-scan = สแกนคิวอาร์โค้ดนี้ด้วยแท็บเล็ตของสถานที่ หรือเปิดบนเครื่องนี้
staff-claim-screen-open = เปิดหน้าจอ
staff-claim-screen-code = คิวอาร์โค้ดเปิดหน้าจอ
staff-claim-screen-only = ทำได้เพียงแสดงรหัส ไม่ต้องเข้าสู่ระบบเจ้าหน้าที่
staff-claim-screen-when = ใช้ได้ { $span }
staff-claim-screen-photo = แม้ถูกถ่ายรูป ก็ใช้ไม่ได้หลังจากราวหนึ่งนาที
staff-claim-screen-stop = หากต้องการหยุด กด “ยกเลิก” ในรายการ ทุกหน้าจอจะหยุด
staff-sheet-title = รหัสสำหรับพิมพ์
staff-sheet-once = หน้านี้แสดงเพียงครั้งเดียว โปรดพิมพ์ตอนนี้ หากหายให้ยกเลิกแล้วสร้างใหม่
staff-sheet-about = { $count } ใบ แต่ละใบใช้ได้ครั้งเดียวสำหรับหนึ่งคน { $span }
staff-sheet-print = พิมพ์
staff-sheet-code = คิวอาร์โค้ดใบที่ { $number }
staff-slip-town = คาชิมะเสมือนจริง
staff-slip-how = สแกนเพื่อรับเหรียญ ฟรี ไม่ต้องมีแอป ใช้ได้ครั้งเดียว
staff-slip-hand = สแกนไม่ได้? พิมพ์ที่ { $address }
staff-slip-until = ถึง { $day }
staff-claim-channel =
    { $channel ->
        [one-time] รหัสบนกระดาษ
        [rotating] คิวอาร์โค้ดบนหน้าจอ
       *[word] คำที่ประกาศ
    }
staff-claim-about =
    { $channel ->
        [one-time] มอบให้คนละหนึ่งใบ ใช้ได้ครั้งเดียว ใช้ที่บ้านภายหลังก็ได้
        [rotating] สำหรับแท็บเล็ตในงานหรือจุดบริการ เปลี่ยนทุก 30 วินาที ส่งรูปให้คนอื่นก็ใช้ไม่ได้
       *[word] ไกด์เป็นผู้บอก ใช้ได้ช่วงสั้น ๆ เท่านั้น
    }
staff-claim-make =
    { $channel ->
        [one-time] สร้างและพิมพ์
        [rotating] สร้างลิงก์หน้าจอ
       *[word] ใช้คำนี้
    }
staff-claim-state =
    { $state ->
        [usable] ใช้ได้
        [coming] ยังไม่เริ่ม
        [full] เต็มแล้ว
        [withdrawn] ยกเลิกแล้ว
       *[over] สิ้นสุดแล้ว
    }
staff-claim-fault-spot = โปรดเลือกสถานที่
staff-claim-fault-label = โปรดใส่ชื่อ 1 ถึง 80 ตัวอักษร
staff-claim-fault-number = โปรดใส่ตัวเลข
staff-claim-fault-codes = ตั้งแต่ 1 ถึง { $codes }
staff-claim-fault-cap = ตั้งแต่ 1 ถึง { $cap }
staff-claim-fault-date = โปรดใส่วันและเวลา
staff-claim-fault-opens-at = มอบเหรียญได้ตั้งแต่หนึ่งวันก่อนกิจกรรม
staff-claim-fault-before = ต้องสิ้นสุดหลังเริ่ม
staff-claim-fault-closes-at = ต้องสิ้นสุดในอนาคต ไม่เกิน 30 วันหลังกิจกรรม หรือหนึ่งปีสำหรับจุดบริการ
staff-claim-fault-minutes = ตั้งแต่ 1 ถึง { $minutes } นาที
staff-claim-fault-word = เดาง่ายเกินไป โปรดเติมตัวเลขตามตัวอย่าง แต่ไม่ใช่เลขเรียงอย่าง 123

## การบันทึกการนำชม

staff-recording-title = บันทึกการนำชม
staff-recording-is-off = ไม่ได้บันทึก
staff-recording-is-on = จะบันทึกการนำชม
staff-recording-is-over = กิจกรรมสิ้นสุดแล้ว
staff-recording-is-published = เผยแพร่แล้ว
staff-recording-what = ผู้ที่มาไม่ได้จะเดินตามผู้นำทางในภายหลังได้
staff-recording-kept = สิ่งที่บันทึก: เส้นทางและคำพูดของผู้นำทาง และประกาศของเจ้าหน้าที่ ระหว่างที่เปิดกิจกรรม
staff-recording-not-kept = สิ่งที่ไม่บันทึก: ผู้เข้าชม ชื่อ คำพูด และตำแหน่งของผู้เข้าชม รวมถึงชื่อของผู้นำทาง
staff-recording-days = จะถูกลบเองหลังเวลาสิ้นสุดที่กำหนดไว้ { $days } วัน แม้เผยแพร่แล้ว และลบก่อนหน้านั้นได้ทุกเมื่อ
staff-recording-agree = โปรดขอความยินยอมจากผู้นำทางก่อนเริ่มบันทึก และหยุดได้ทุกเมื่อ
staff-recording-switch-on = ผู้นำทางยินยอมแล้ว เริ่มบันทึก
staff-recording-switch-off = หยุดบันทึก
staff-recording-now-on = จะบันทึกเฉพาะเวลาที่ผู้นำทางอยู่ในกิจกรรม
staff-recording-now-off = หยุดบันทึกแล้ว ส่วนที่บันทึกไว้ยังอยู่
staff-recording-none = ไม่มีบันทึก
staff-recording-length = ความยาว
staff-recording-lines = คำพูด
staff-recording-line-count = { $count } รายการ
staff-recording-publish = เผยแพร่
staff-recording-publish-help = เมื่อเผยแพร่แล้ว ทุกคนในเมืองจะเดินตามได้จาก “บันทึกการนำชม” โปรดอ่านคำพูดด้านล่างก่อนว่าไม่มีชื่อบุคคล
staff-recording-discard = ลบบันทึก
staff-recording-published = เผยแพร่แล้ว อยู่ใน “บันทึกการนำชม” ของเมือง
staff-recording-discarded = ลบบันทึกแล้ว
staff-recording-words = คำพูดที่บันทึกไว้
staff-recording-at = เวลา
staff-recording-who = ผู้พูด
staff-recording-said = คำพูด
staff-recording-by = { $by ->
    [staff] เจ้าหน้าที่
   *[guide] ผู้นำทาง
}
staff-recording-phrase = วลีสำเร็จรูปที่ { $number }
