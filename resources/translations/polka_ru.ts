<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Answer</name>
    <message>
        <source>{sentence} It said: “{said}”.</source>
        <translation>{sentence} Ответ: «{said}».</translation>
    </message>
    <message>
        <source>The marketplace accepted it, but answered with a web page. If the cabinet does not show the change, check the API URL in Settings.</source>
        <translation>Маркетплейс принял, но ответил веб-страницей. Если в кабинете изменения нет, проверьте API URL в «Настройках».</translation>
    </message>
    <message>
        <source>The marketplace accepted it.</source>
        <translation>Маркетплейс принял.</translation>
    </message>
    <message>
        <source>This address leads elsewhere. Copy the API URL from the cabinet once more.</source>
        <translation>Этот адрес ведёт в другое место. Скопируйте API URL из кабинета ещё раз.</translation>
    </message>
    <message>
        <source>The marketplace refused it. Correct what it names, then retry.</source>
        <translation>Маркетплейс отклонил. Исправьте то, на что он указал, и повторите.</translation>
    </message>
    <message>
        <source>The marketplace had an error of its own, so nobody knows whether it took this in.</source>
        <translation>У маркетплейса внутренняя ошибка: неизвестно, принял ли он это.</translation>
    </message>
    <message>
        <source>The token was refused. Copy it from the cabinet once more, in Settings.</source>
        <translation>Токен не принят. Скопируйте его из кабинета ещё раз в «Настройки».</translation>
    </message>
    <message>
        <source>The proxy in between did not let it through. Nothing was sent.</source>
        <translation>Запрос не пропустил прокси-сервер. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The marketplace is busy and asked to come later.</source>
        <translation>Маркетплейс занят и просит повторить позже.</translation>
    </message>
    <message>
        <source>The marketplace does not know this product, or not this address.</source>
        <translation>Маркетплейс не знает этого товара или этого адреса.</translation>
    </message>
    <message>
        <source>This address takes no actions. Check the API URL in Settings.</source>
        <translation>По этому адресу действия не принимают. Проверьте API URL в «Настройках».</translation>
    </message>
    <message>
        <source>This address is gone. Copy the new API URL from the cabinet.</source>
        <translation>Этого адреса больше нет. Скопируйте новый API URL из кабинета.</translation>
    </message>
    <message>
        <source>The marketplace does not accept these data. Correct them, then retry.</source>
        <translation>Маркетплейс не принимает эти данные. Исправьте их и повторите.</translation>
    </message>
    <message>
        <source>The marketplace did not pick up in time. Nothing was sent.</source>
        <translation>Маркетплейс не ответил вовремя. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The API URL or the token has a character that cannot be sent.</source>
        <translation>В API URL или токене есть символ, который нельзя отправить.</translation>
    </message>
    <message>
        <source>It was sent, but no answer came. Nobody knows whether the marketplace took it in.</source>
        <translation>Отправлено, но ответ не пришёл. Неизвестно, принял ли маркетплейс.</translation>
    </message>
    <message>
        <source>The server's certificate is not trusted. Nothing was sent.</source>
        <translation>Сертификату сервера нельзя доверять. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The server's name was not found: no network, or a wrong address.</source>
        <translation>Имя сервера не найдено: нет сети или неверный адрес.</translation>
    </message>
    <message>
        <source>The marketplace could not be reached. Nothing was sent.</source>
        <translation>Связаться с маркетплейсом не удалось. Ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Save all the same</source>
        <translation>Всё равно сохранить</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключено</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Не работает</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Reconcile this size…</source>
        <translation>Сверить размер…</translation>
    </message>
    <message numerus="yes">
        <source>The order is cancelled: %n pc(s)</source>
        <translation>
            <numerusform>Заказ отменён: %n шт.</numerusform>
            <numerusform>Заказ отменён: %n шт.</numerusform>
            <numerusform>Заказ отменён: %n шт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) of this product need a look.</source>
        <translation>
            <numerusform>%n размер этого товара требует внимания.</numerusform>
            <numerusform>%n размера этого товара требуют внимания.</numerusform>
            <numerusform>%n размеров этого товара требуют внимания.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reconcile them…</source>
        <translation>Сверить их…</translation>
    </message>
    <message numerus="yes">
        <source>%n more sold than there was. If the customer's order is cancelled, say so; if the goods were found, type a receipt.</source>
        <translation>
            <numerusform>продано на %n больше, чем было. Если заказ покупателя отменяется, отметьте это; если товар нашёлся, введите поступление.</numerusform>
            <numerusform>продано на %n больше, чем было. Если заказ покупателя отменяется, отметьте это; если товар нашёлся, введите поступление.</numerusform>
            <numerusform>продано на %n больше, чем было. Если заказ покупателя отменяется, отметьте это; если товар нашёлся, введите поступление.</numerusform>
        </translation>
    </message>
    <message>
        <source>the marketplace has {agreed}, here it is {here}. The correction is prepared: review and send it.</source>
        <translation>на маркетплейсе {agreed}, здесь {here}. Исправление готово: проверьте и отправьте его.</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>Starting with the system could not be changed.</source>
        <translation>Не удалось изменить запуск вместе с системой.</translation>
    </message>
    <message>
        <source>Polka may not write to {path}.</source>
        <translation>«Полке» нельзя писать в {path}.</translation>
    </message>
</context>
<context>
    <name>BackgroundTab</name>
    <message>
        <source>Notices</source>
        <translation>О чём сообщать</translation>
    </message>
    <message>
        <source>Online sales</source>
        <translation>Продажи онлайн</translation>
    </message>
    <message>
        <source>Sold more than there is</source>
        <translation>Продано больше, чем есть</translation>
    </message>
    <message>
        <source>A delivery without an answer</source>
        <translation>Отправка осталась без ответа</translation>
    </message>
    <message>
        <source>Sending has stopped, for example because the token is refused</source>
        <translation>Отправка остановилась, например не принят токен</translation>
    </message>
    <message>
        <source>Events do not come in</source>
        <translation>События не приходят</translation>
    </message>
    <message>
        <source>No notices while I work in Polka</source>
        <translation>Не сообщать, пока я работаю в «Полке»</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Когда окно закрывают</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Спросить</translation>
    </message>
    <message>
        <source>Keep receiving</source>
        <translation>Продолжать приём</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>When the computer is switched on</source>
        <translation>Когда включают компьютер</translation>
    </message>
    <message>
        <source>Start Polka with the system</source>
        <translation>Запускать «Полку» вместе с системой</translation>
    </message>
    <message>
        <source>Quit Polka (Ctrl+Q)</source>
        <translation>Выйти из «Полки» (Ctrl+Q)</translation>
    </message>
    <message>
        <source>Polka asks only while receiving is on; otherwise closing quits.</source>
        <translation>«Полка» спросит, только если приём включён. Если выключен, она закроется.</translation>
    </message>
    <message>
        <source>There is no icon beside the clock here, so “Keep receiving” makes the window small.</source>
        <translation>Здесь нет значка возле часов, поэтому «Продолжать приём» сворачивает окно.</translation>
    </message>
    <message>
        <source>It starts as an icon beside the clock, without its window.</source>
        <translation>Запустится без окна: только значок возле часов.</translation>
    </message>
    <message>
        <source>It starts with its window small.</source>
        <translation>Запустится со свёрнутым окном.</translation>
    </message>
</context>
<context>
    <name>BatchControl</name>
    <message>
        <source>Everything has begun already; nothing can be stopped any more.</source>
        <translation>Всё уже отправляется, останавливать больше нечего.</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) will not be sent, and the stock here goes back.</source>
        <translation>
            <numerusform>%n действие не будет отправлено, остаток и цена здесь снова станут прежними.</numerusform>
            <numerusform>%n действия не будут отправлены, остатки и цены здесь снова станут прежними.</numerusform>
            <numerusform>%n действий не будет отправлено, остатки и цены здесь снова станут прежними.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be stopped: it may have arrived already.</source>
        <translation>
            <numerusform>Ещё %n остановить нельзя: маркетплейс мог его уже получить.</numerusform>
            <numerusform>Ещё %n остановить нельзя: маркетплейс мог их уже получить.</numerusform>
            <numerusform>Ещё %n остановить нельзя: маркетплейс мог их уже получить.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send the rest</source>
        <translation>Не отправлять остальное</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) will not be sent; the stock is what it was before.</source>
        <translation>
            <numerusform>%n действие не отправлено, остаток и цена прежние.</numerusform>
            <numerusform>%n действия не отправлены, остатки и цены прежние.</numerusform>
            <numerusform>%n действий не отправлены, остатки и цены прежние.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchFilter</name>
    <message>
        <source>batch {number}</source>
        <translation>пачка № {number}</translation>
    </message>
    <message>
        <source>Shown: {what}</source>
        <translation>Показано: {what}</translation>
    </message>
    <message>
        <source>Show all deliveries</source>
        <translation>Показать все отправки</translation>
    </message>
</context>
<context>
    <name>BatchStrip</name>
    <message>
        <source>Resume the batch</source>
        <translation>Возобновить пачку</translation>
    </message>
    <message>
        <source>Pause the batch</source>
        <translation>Приостановить пачку</translation>
    </message>
    <message>
        <source>Do not send the rest…</source>
        <translation>Не отправлять остальное…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>Sending of %n product(s): the rest waits for you</source>
        <translation>
            <numerusform>Отправка %n товара: остальное ждёт вашего решения</numerusform>
            <numerusform>Отправка %n товаров: остальное ждёт вашего решения</numerusform>
            <numerusform>Отправка %n товаров: остальное ждёт вашего решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending of %n product(s) has ended</source>
        <translation>
            <numerusform>Отправка %n товара закончена</numerusform>
            <numerusform>Отправка %n товаров закончена</numerusform>
            <numerusform>Отправка %n товаров закончена</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n product(s)</source>
        <translation>
            <numerusform>Отправка %n товара</numerusform>
            <numerusform>Отправка %n товаров</numerusform>
            <numerusform>Отправка %n товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) need your decision</source>
        <translation>
            <numerusform>%n отправка ждёт вашего решения</numerusform>
            <numerusform>%n отправки ждут вашего решения</numerusform>
            <numerusform>%n отправок ждут вашего решения</numerusform>
        </translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>приостановлено вами</translation>
    </message>
    <message>
        <source>all sending is paused</source>
        <translation>вся отправка приостановлена</translation>
    </message>
    <message numerus="yes">
        <source>%n more unfinished</source>
        <translation>
            <numerusform>ещё %n незаконченная</numerusform>
            <numerusform>ещё %n незаконченные</numerusform>
            <numerusform>ещё %n незаконченных</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivered {count}</source>
        <translation>Доставлено {count}</translation>
    </message>
    <message>
        <source>Rejected {count}</source>
        <translation>Отклонено {count}</translation>
    </message>
    <message>
        <source>No answer {count}</source>
        <translation>Без ответа {count}</translation>
    </message>
    <message>
        <source>Corrected by the cabinet {count}</source>
        <translation>Исправлено по кабинету {count}</translation>
    </message>
    <message>
        <source>Withdrawn {count}</source>
        <translation>Снято с отправки {count}</translation>
    </message>
    <message>
        <source>Waiting for an earlier one {count}</source>
        <translation>Ждут более ранней отправки {count}</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>Ждут {count}</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Choose above what happened to the goods, then type quantities.</source>
        <translation>Выберите вверху, что произошло с товаром, и впишите количество.</translation>
    </message>
    <message>
        <source>A price goes into the column of new prices.</source>
        <translation>Цена вписывается в столбец «Новая цена».</translation>
    </message>
</context>
<context>
    <name>BlockEditing</name>
    <message numerus="yes">
        <source>%n cell(s) left as they were: {reason}</source>
        <translation>
            <numerusform>%n ячейка осталась как была: {reason}</numerusform>
            <numerusform>%n ячейки остались как были: {reason}</numerusform>
            <numerusform>%n ячеек остались как были: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found no row to go to.</source>
        <translation>
            <numerusform>Для %n строки не нашлось места в таблице.</numerusform>
            <numerusform>Для %n строк не нашлось места в таблице.</numerusform>
            <numerusform>Для %n строк не нашлось места в таблице.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BusNotices</name>
    <message>
        <source>Open Polka</source>
        <translation>Открыть «Полку»</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The marketplace is not connected yet.</source>
        <translation>Маркетплейс ещё не подключён.</translation>
    </message>
    <message>
        <source>Enter the address and the token first.</source>
        <translation>Сначала впишите адрес и токен.</translation>
    </message>
    <message>
        <source>A check is under way already.</source>
        <translation>Проверка уже идёт.</translation>
    </message>
    <message>
        <source>Finish or end it first.</source>
        <translation>Сначала закончите или прекратите её.</translation>
    </message>
    <message>
        <source>Something of this product is still on its way.</source>
        <translation>По этому товару ещё не всё отправлено.</translation>
    </message>
    <message>
        <source>Wait until it has arrived, or choose another product.</source>
        <translation>Подождите, пока дойдёт, или выберите другой товар.</translation>
    </message>
    <message>
        <source>This check has moved on meanwhile.</source>
        <translation>Проверка тем временем продвинулась.</translation>
    </message>
    <message>
        <source>Look at it again; nothing was changed.</source>
        <translation>Посмотрите на неё ещё раз; ничего не изменено.</translation>
    </message>
    <message>
        <source>With fewer than two pieces the answer would not be clear. Choose a size of which the cabinet shows two or more.</source>
        <translation>Если в кабинете меньше двух штук, ответ не будет однозначным. Выберите размер, которого в кабинете две штуки или больше.</translation>
    </message>
    <message>
        <source>the stock left after the action</source>
        <translation>остаток после действия</translation>
    </message>
    <message>
        <source>the quantity of this action</source>
        <translation>количество в этом действии</translation>
    </message>
    <message>
        <source>If the cabinet then shows {left}, “count” means the stock left; if it shows {moved}, the quantity.</source>
        <translation>Если потом кабинет покажет {left}, то «count» — это остаток; если {moved} — количество.</translation>
    </message>
    <message>
        <source>If the cabinet then shows {left}, “count” means the stock left; if it shows {moved}, the quantity. Here it is {here}; that stays as it is.</source>
        <translation>Если потом кабинет покажет {left}, то «count» — это остаток; если {moved} — количество. Здесь сейчас {here}, так и останется.</translation>
    </message>
    <message>
        <source>A size with few pieces is better: until the check is finished the cabinet shows {lowest} or {highest}.</source>
        <translation>Лучше взять размер, которого мало: до конца проверки кабинет будет показывать {lowest} или {highest}.</translation>
    </message>
    <message>
        <source>The marketplace's address was changed meanwhile, so the figures cannot tell anything. End this check.</source>
        <translation>Адрес маркетплейса тем временем сменился, и цифры уже ничего не скажут. Прекратите эту проверку.</translation>
    </message>
    <message>
        <source>Something else moved this size meanwhile, an online event or another action, so the figures cannot tell anything. End this check and begin again with a size that sells rarely.</source>
        <translation>Остаток этого размера тем временем изменило что-то ещё: событие маркетплейса или другое действие. Цифры уже ничего не скажут. Прекратите проверку и начните заново с размером, который продаётся редко.</translation>
    </message>
    <message>
        <source>The receipt was cancelled in Deliveries and not sent. End this check and begin again.</source>
        <translation>Поступление отменили на странице «Отправка», оно не ушло. Прекратите эту проверку и начните заново.</translation>
    </message>
    <message>
        <source>The receipt of one piece waits for its turn to be sent.</source>
        <translation>Поступление одной штуки ждёт своей очереди.</translation>
    </message>
    <message>
        <source>The receipt of one piece is on its way.</source>
        <translation>Поступление одной штуки отправляется.</translation>
    </message>
    <message>
        <source>The receipt could not be delivered yet. {reason} It is tried again by itself.</source>
        <translation>Поступление пока не дошло. {reason} «Полка» попробует ещё раз сама.</translation>
    </message>
    <message>
        <source>Sending is paused, so the receipt waits. {reason}</source>
        <translation>Отправка приостановлена, поступление ждёт. {reason}</translation>
    </message>
    <message>
        <source>The marketplace refused the receipt, and nothing has moved. {reason} End this check and choose another size.</source>
        <translation>Маркетплейс отклонил поступление, остаток не изменился. {reason} Прекратите проверку и выберите другой размер.</translation>
    </message>
    <message>
        <source>No answer came, so nobody knows whether the receipt arrived. Open {article} in the cabinet and type the stock of {size} that it shows now: the figure tells that, too.</source>
        <translation>Ответ не получен, и неизвестно, дошло ли поступление. Откройте {article} в кабинете и впишите остаток размера {size}, который там сейчас: по нему будет видно и это.</translation>
    </message>
    <message>
        <source>The marketplace took the receipt of one piece. Open {article} in the cabinet anew and type the stock of {size} that it shows now.</source>
        <translation>Маркетплейс принял поступление одной штуки. Заново откройте {article} в кабинете и впишите остаток размера {size}, который там сейчас.</translation>
    </message>
    <message>
        <source>“count” means {meaning}. Polka notes this and sends the opposite action, so that the cabinet shows {before} again.</source>
        <translation>«count» — это {meaning}. «Полка» запомнит это и отправит обратное действие, чтобы в кабинете снова стало {before}.</translation>
    </message>
    <message>
        <source>Still the same. The cabinet may be slow to show it: look again in a minute. If it stays so, the marketplace ignores the action; then end the check.</source>
        <translation>Ничего не изменилось. Кабинет мог ещё не обновиться: посмотрите снова через минуту. Если так и останется, маркетплейс это действие не учитывает; тогда прекратите проверку.</translation>
    </message>
    <message>
        <source>Still the same: it did not arrive, or the cabinet is slow to show it. Wait a minute and look again, then send it again.</source>
        <translation>Ничего не изменилось: поступление не дошло или кабинет ещё не обновился. Посмотрите снова через минуту и тогда отправьте ещё раз.</translation>
    </message>
    <message>
        <source>Neither meaning gives this figure, only {left} or {moved}. Perhaps something was sold in between. Nothing is changed.</source>
        <translation>Не сходится: в кабинете должно быть {left} или {moved}. Возможно, тем временем что-то продали. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The receipt has not been sent yet. It is cancelled; nothing moves.</source>
        <translation>Поступление ещё не отправлено. Оно будет отменено, остаток не изменится.</translation>
    </message>
    <message>
        <source>The marketplace did not take the receipt; nothing has moved.</source>
        <translation>Маркетплейс не принял поступление, остаток не изменился.</translation>
    </message>
    <message>
        <source>The receipt was not sent; nothing has moved.</source>
        <translation>Поступление не отправлено, остаток не изменился.</translation>
    </message>
    <message>
        <source>The figures of the cabinet were taken over in Deliveries; nothing more moves.</source>
        <translation>В «Отправке» уже приняты цифры кабинета; больше ничего не изменится.</translation>
    </message>
    <message>
        <source>The receipt did not arrive. It is cancelled; nothing has moved.</source>
        <translation>Поступление не дошло. Оно будет отменено, остаток не изменился.</translation>
    </message>
    <message>
        <source>The receipt of one piece may have arrived. It stays in Deliveries without an answer: say there whether it arrived, and take it back there.</source>
        <translation>Поступление одной штуки могло дойти. Оно останется на странице «Отправка» без ответа: ответьте там, дошло ли оно, и там же отмените его.</translation>
    </message>
    <message>
        <source>A receipt of one piece has been sent already, and how the marketplace read it is not known. Polka sends nothing more. In the cabinet set {size} of {article} back to {before} by hand; where the figures differ, the size is marked.</source>
        <translation>Поступление одной штуки уже отправлено, и неизвестно, как маркетплейс его понял. «Полка» больше ничего не отправит. Верните в кабинете вручную остаток {before} для {article}, размер {size}; если цифры не сойдутся, размер будет помечен.</translation>
    </message>
    <message>
        <source>“count” means {meaning} ({article}, {size}: {before} → {after}).</source>
        <translation>«count» — это {meaning} ({article}, {size}: {before} → {after}).</translation>
    </message>
    <message>
        <source>The opposite action is on its way; this window can be closed meanwhile.</source>
        <translation>Обратное действие отправляется; окно уже можно закрыть.</translation>
    </message>
    <message>
        <source>The opposite action did not get through. {reason} Deliveries shows what to do about it.</source>
        <translation>Обратное действие не прошло. {reason} Что с этим делать, видно на странице «Отправка».</translation>
    </message>
    <message>
        <source>The piece is back: the cabinet shows {before} again.</source>
        <translation>Штука возвращена: в кабинете снова {before}.</translation>
    </message>
    <message>
        <source>In place of the opposite action the figures of the cabinet were taken over.</source>
        <translation>Вместо обратного действия приняты цифры кабинета.</translation>
    </message>
    <message>
        <source>The opposite action was cancelled. Set the cabinet back to {before} by hand.</source>
        <translation>Обратное действие отменено. Верните в кабинете остаток {before} вручную.</translation>
    </message>
    <message>
        <source>Before this the stock was sent in the other meaning. Products that this concerns: {number}. Compare them with the cabinet.</source>
        <translation>До этого остатки отправлялись по-другому. Затронуто товаров: {number}. Сверьте их с кабинетом.</translation>
    </message>
    <message>
        <source>The check with {article}, size {size}, is under way.</source>
        <translation>Идёт проверка на товаре {article}, размер {size}.</translation>
    </message>
    <message>
        <source>It is assumed that “count” means {meaning}. If that is wrong, every action spoils the marketplace's stock.</source>
        <translation>Принято на веру, что «count» — это {meaning}. Если это не так, каждое действие портит остатки на маркетплейсе.</translation>
    </message>
    <message>
        <source>The check of {when} found that “count” means {meaning}; something else is set now.</source>
        <translation>Проверка ({when}) показала, что «count» — это {meaning}; сейчас выбрано другое.</translation>
    </message>
    <message>
        <source>Checked {when} by {who}. {words}</source>
        <translation>Проверено: {when}, {who}. {words}</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>What does “count” mean?</source>
        <translation>Что означает «count»?</translation>
    </message>
    <message>
        <source>End the check…</source>
        <translation>Прекратить проверку…</translation>
    </message>
    <message>
        <source>{article}, size {size}: the cabinet showed {before}</source>
        <translation>{article}, размер {size}: в кабинете было {before}</translation>
    </message>
    <message>
        <source>It is established</source>
        <translation>Теперь это известно</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Продолжить позже</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Send one piece</source>
        <translation>Отправить одну штуку</translation>
    </message>
    <message>
        <source>It did not arrive: send again</source>
        <translation>Не дошло: отправить ещё раз</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>End the check</source>
        <translation>Прекратить проверку</translation>
    </message>
</context>
<context>
    <name>CalibrationLine</name>
    <message>
        <source>Go on with the check…</source>
        <translation>Продолжить проверку…</translation>
    </message>
    <message>
        <source>Check on one size…</source>
        <translation>Проверить на одном размере…</translation>
    </message>
    <message>
        <source>Check again…</source>
        <translation>Проверить ещё раз…</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>As a chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>By the hour, pcs</source>
        <translation>По часам, шт.</translation>
    </message>
    <message>
        <source>By day, pcs</source>
        <translation>По дням, шт.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>“{was}” may be {first} or {second}. Say once how this column is meant.</source>
        <translation>«{was}» — это {first} или {second}? Укажите один раз, как читать этот столбец.</translation>
    </message>
    <message>
        <source>“{was}” has another mark than other numbers here. Type it without one.</source>
        <translation>В «{was}» не тот знак, что в других числах столбца. Впишите число без него.</translation>
    </message>
    <message>
        <source>“{was}” stands for the number above. Type the number itself.</source>
        <translation>«{was}» значит «как выше». Впишите само число.</translation>
    </message>
    <message>
        <source>“{was}” is a percentage. {example}</source>
        <translation>«{was}» — это проценты. {example}</translation>
    </message>
    <message>
        <source>“{was}” is not a number. If there are none, write 0.</source>
        <translation>«{was}» — не число. Если товара нет, впишите 0.</translation>
    </message>
    <message>
        <source>Excel shortened the number to {was}. Write it in full.</source>
        <translation>Excel сократил число до {was}. Впишите его полностью.</translation>
    </message>
    <message>
        <source>“{was}” is not exact. Write one number, for example {number}.</source>
        <translation>«{was}» — не точное число. Впишите одно число, например {number}.</translation>
    </message>
    <message>
        <source>“{was}” is not a number. {example}</source>
        <translation>«{was}» — не число. {example}</translation>
    </message>
    <message>
        <source>Pieces are a whole number, for example 2.</source>
        <translation>Количество — целое число, например 2.</translation>
    </message>
    <message>
        <source>{was} is not whole. {example}</source>
        <translation>{was} — дробное число. {example}</translation>
    </message>
    <message>
        <source>{was} is more than {most} pieces. Look whether the column is right.</source>
        <translation>{was} — больше {most} штук. Проверьте, тот ли это столбец.</translation>
    </message>
    <message>
        <source>There cannot be {was} pieces. If there are none, write 0.</source>
        <translation>Остаток не может быть {was}. Если товара нет, впишите 0.</translation>
    </message>
    <message>
        <source>{was} is below zero. Import what goes the other way apart, or write {right}.</source>
        <translation>{was} меньше нуля. Обратное движение импортируйте отдельно, а если минус лишний, впишите {right}.</translation>
    </message>
    <message>
        <source>A price is a number, for example 76 000 or 76 000,50.</source>
        <translation>Цена — число, например 76 000 или 76 000,50.</translation>
    </message>
    <message>
        <source>“{was}” is another currency. Polka sends the number as it stands.</source>
        <translation>«{was}» — другая валюта. «Полка» её не пересчитывает: уйдёт само число.</translation>
    </message>
    <message>
        <source>A price cannot be zero. Leave the cell empty.</source>
        <translation>Цена не может быть нулевой. Если цены нет, оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>A price cannot be below zero.</source>
        <translation>Цена не бывает меньше нуля.</translation>
    </message>
    <message>
        <source>The price {was} is too high. Look whether the column is right.</source>
        <translation>Цена {was} слишком велика. Проверьте, тот ли это столбец.</translation>
    </message>
    <message>
        <source>{was} has more than two decimals. Write {right}.</source>
        <translation>В {was} больше двух знаков после запятой. Впишите {right}.</translation>
    </message>
    <message>
        <source>“{was}” is not a price. Leave the cell empty where there is none.</source>
        <translation>«{was}» — не цена. Если цены нет, оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>Read as 0.</source>
        <translation>Прочитано как 0.</translation>
    </message>
    <message>
        <source>{was} is a date. {example}</source>
        <translation>{was} — это дата. {example}</translation>
    </message>
    <message>
        <source>“{was}” is several sizes at once. Give each a row of its own, its number beside it.</source>
        <translation>«{was}» — сразу несколько размеров. Запишите каждый в своей строке, а его количество — рядом.</translation>
    </message>
    <message>
        <source>The formula in this cell failed: {was}. Type the value.</source>
        <translation>Ошибка в формуле: {was}. Впишите значение.</translation>
    </message>
    <message>
        <source>There is no article {was}, but {right} looks the same.</source>
        <translation>Артикула {was} нет, но есть похожий на вид {right}.</translation>
    </message>
    <message>
        <source>There are {was} and {right}, and Excel keeps no zeros at the beginning.</source>
        <translation>Есть и {was}, и {right}, а Excel не хранит нули в начале числа. Проверьте, какой это артикул.</translation>
    </message>
    <message>
        <source>There is no article {was}. Is it {right}? Excel keeps no zeros at the beginning.</source>
        <translation>Артикула {was} нет. Может быть, это {right}? Excel не хранит нули в начале числа.</translation>
    </message>
    <message>
        <source>There is no article {was}, only {right}: that one is taken.</source>
        <translation>Артикула {was} нет, есть {right}: взят он.</translation>
    </message>
    <message>
        <source>There is no article “{was}”, but {right} is in it.</source>
        <translation>Артикула «{was}» нет, но внутри есть артикул {right}.</translation>
    </message>
    <message>
        <source>The article has 1 to 200 characters.</source>
        <translation>В артикуле от 1 до 200 знаков.</translation>
    </message>
    <message>
        <source>{was} is not an article. Excel may have changed what was typed.</source>
        <translation>{was} — не артикул. Возможно, Excel изменил то, что было вписано.</translation>
    </message>
    <message>
        <source>Excel shortened it to “{was}”; all its digits are there: {right}.</source>
        <translation>Excel сократил число до «{was}», но все цифры на месте: {right}.</translation>
    </message>
    <message>
        <source>Excel shortened the number to {was}, its digits are lost. Type it.</source>
        <translation>Excel сократил число до {was}, цифры потеряны. Впишите его полностью.</translation>
    </message>
    <message>
        <source>Excel keeps {was} as a number; zeros at its end may be missing.</source>
        <translation>В Excel {was} записано числом: нули в конце могли пропасть.</translation>
    </message>
    <message>
        <source>Cyrillic and Latin letters are mixed in {was}. In Latin ones it is {right}.</source>
        <translation>В {was} смешаны русские и латинские буквы. Латинскими — {right}.</translation>
    </message>
    <message>
        <source>No row has a number. Look whether the columns are right.</source>
        <translation>Ни в одной строке нет числа. Проверьте, верно ли указаны столбцы.</translation>
    </message>
    <message>
        <source>The file has a formula here, but not its result. Save it in Excel once.</source>
        <translation>Здесь формула, но её результата в файле нет. Откройте файл в Excel и сохраните.</translation>
    </message>
    <message>
        <source>Say which column has the articles.</source>
        <translation>Укажите, в каком столбце артикулы.</translation>
    </message>
    <message>
        <source>Say which column has the prices.</source>
        <translation>Укажите, в каком столбце цены.</translation>
    </message>
    <message>
        <source>Say which column has the pieces.</source>
        <translation>Укажите, в каком столбце количество.</translation>
    </message>
    <message>
        <source>Say which column has the stock.</source>
        <translation>Укажите, в каком столбце остаток.</translation>
    </message>
    <message>
        <source>Say what counts: the total, or the sum of the warehouses.</source>
        <translation>Укажите, что брать: общий итог или сумму по складам.</translation>
    </message>
    <message>
        <source>Say which column has the marketplace’s numbers.</source>
        <translation>Укажите, в каком столбце номера маркетплейса.</translation>
    </message>
    <message>
        <source>The table lies on its side: its products stand side by side. Turn it first.</source>
        <translation>Товары стоят в столбцах, а не в строках. Сначала поверните таблицу.</translation>
    </message>
    <message>
        <source>The text is a message and no table. Make a table of it first.</source>
        <translation>Это сообщение, а не таблица. Сначала разберите его.</translation>
    </message>
    <message>
        <source>The same article and size as in row {row}; the pieces are added up.</source>
        <translation>Те же артикул и размер, что в строке {row}; количества сложены.</translation>
    </message>
    <message>
        <source>The same article, size and number as in row {row}; it is taken once.</source>
        <translation>Те же артикул, размер и число, что в строке {row}; учтено один раз.</translation>
    </message>
    <message>
        <source>Row {row} has another price, {value}. Leave one of them.</source>
        <translation>В строке {row} другая цена — {value}. Оставьте одну.</translation>
    </message>
    <message>
        <source>Row {row} gives this number to {value}. Leave one of them.</source>
        <translation>В строке {row} этот номер у {value}. Оставьте что-то одно.</translation>
    </message>
    <message>
        <source>Row {row} has another number for this size: {value}. Leave one of them.</source>
        <translation>В строке {row} для этого размера другое число — {value}. Оставьте одно.</translation>
    </message>
    <message>
        <source>A row of no known product and without a size is taken for a heading.</source>
        <translation>Такого товара нет, размера в строке тоже: строка принята за заголовок.</translation>
    </message>
    <message>
        <source>There is no size. Type it.</source>
        <translation>Не указан размер.</translation>
    </message>
    <message>
        <source>There is no product {article}, and the row names no size either.</source>
        <translation>Товара {article} нет, и размер в строке не указан.</translation>
    </message>
    <message>
        <source>There is no number. Type it.</source>
        <translation>Не указано число.</translation>
    </message>
    <message>
        <source>There is no number: the stock stays as it is.</source>
        <translation>Числа нет: остаток не меняется.</translation>
    </message>
    <message>
        <source>The file has “{was}”, corrected to {right}.</source>
        <translation>В файле «{was}», исправлено на {right}.</translation>
    </message>
    <message>
        <source>No size has the barcode {was}.</source>
        <translation>Штрихкода {was} нет ни у одного размера.</translation>
    </message>
    <message>
        <source>No size has the number {was} on the marketplace.</source>
        <translation>Номера {was} на маркетплейсе нет ни у одного размера.</translation>
    </message>
    <message>
        <source>{was} is not a number of the marketplace. It has digits only.</source>
        <translation>{was} — не номер маркетплейса: в нём только цифры.</translation>
    </message>
    <message>
        <source>A row of totals is not imported.</source>
        <translation>Строка итогов не импортируется.</translation>
    </message>
    <message>
        <source>A line for signatures is not imported.</source>
        <translation>Строка для подписей не импортируется.</translation>
    </message>
    <message>
        <source>“{was}” has no article and no size: it is taken for a heading.</source>
        <translation>«{was}»: нет ни артикула, ни размера — строка считается заголовком.</translation>
    </message>
    <message>
        <source>There is no article. Type it.</source>
        <translation>Не указан артикул.</translation>
    </message>
    <message>
        <source>There is no article above this row.</source>
        <translation>Над этой строкой нет артикула.</translation>
    </message>
    <message>
        <source>Excel made the date {was} of a size, most likely of {right}.</source>
        <translation>Excel превратил размер в дату {was}. Скорее всего, это размер {right}.</translation>
    </message>
    <message>
        <source>Cyrillic letters look like {right} in the size {was}.</source>
        <translation>В размере {was} русские буквы. Заменить на {right}?</translation>
    </message>
    <message>
        <source>In “{was}” only {right} is a size.</source>
        <translation>В «{was}» размер — только {right}. Оставить его?</translation>
    </message>
    <message>
        <source>{was} is not a size. Excel may have changed what was typed.</source>
        <translation>{was} — не размер. Возможно, Excel изменил то, что было вписано.</translation>
    </message>
    <message>
        <source>A size has at most 200 characters.</source>
        <translation>Размер — не длиннее 200 знаков.</translation>
    </message>
    <message>
        <source>The barcode {code} is of {right}, the row says {was}. Correct one.</source>
        <translation>Штрихкод {code} — это {right}, а в строке {was}. Исправьте одно из двух.</translation>
    </message>
    <message>
        <source>The barcode {code} is of size {right}, the row says {was}. Correct one.</source>
        <translation>Штрихкод {code} — это размер {right}, а в строке {was}. Исправьте одно из двух.</translation>
    </message>
    <message>
        <source>{article} has no size {was}. Is it {right}?</source>
        <translation>У товара {article} нет размера {was}. Это {right}?</translation>
    </message>
    <message>
        <source>The row says “{was}”: look whether it belongs to this import.</source>
        <translation>В строке указано «{was}». Проверьте, нужна ли она в этом импорте.</translation>
    </message>
    <message>
        <source>By the word “{was}” the row is about something else: it is left out.</source>
        <translation>По слову «{was}» эта строка не относится к импорту и пропускается.</translation>
    </message>
    <message>
        <source>The unit is “{was}”: the number is taken as pieces.</source>
        <translation>Единица измерения — «{was}», а число будет принято за штуки. Проверьте.</translation>
    </message>
    <message>
        <source>The file says {said} in all, but its rows come to {read}.</source>
        <translation>В файле итог {said}, а по строкам выходит {read}. Проверьте, все ли строки на месте.</translation>
    </message>
    <message>
        <source>“{heading}” counts packs, and Polka counts pieces: the numbers are taken as they stand.</source>
        <translation>В столбце «{heading}» — упаковки, а «Полка» считает штуки: числа будут приняты как есть.</translation>
    </message>
    <message>
        <source>“{heading}” speaks of thousands, but the numbers are taken as they stand.</source>
        <translation>В заголовке «{heading}» указаны тысячи, а числа будут приняты как есть.</translation>
    </message>
    <message>
        <source>“{heading}” names another currency. Polka converts nothing: the numbers are taken as they stand.</source>
        <translation>В заголовке «{heading}» другая валюта. «Полка» её не пересчитывает: числа будут приняты как есть.</translation>
    </message>
    <message>
        <source>The discounts in “{heading}” are not applied: the prices are taken as they stand.</source>
        <translation>Скидки из столбца «{heading}» не применяются: цены будут взяты как есть.</translation>
    </message>
    <message>
        <source>“{heading}” has receipts. To import them too, import the file once more as receipts.</source>
        <translation>В столбце «{heading}» — приход. Чтобы провести и его, импортируйте файл ещё раз как приход.</translation>
    </message>
    <message>
        <source>“{heading}” has sales. To import them too, import the file once more as sold.</source>
        <translation>В столбце «{heading}» — продажи. Чтобы провести и их, импортируйте файл ещё раз как продажу.</translation>
    </message>
    <message>
        <source>“{heading}” has returns. To import them too, import the file once more as returned.</source>
        <translation>В столбце «{heading}» — возвраты. Чтобы провести и их, импортируйте файл ещё раз как возврат.</translation>
    </message>
    <message>
        <source>“{heading}” has cancellations. To import them too, import it once more as cancelled.</source>
        <translation>В столбце «{heading}» — отмены. Чтобы провести и их, импортируйте файл ещё раз как отмену.</translation>
    </message>
    <message>
        <source>The columns are others from here on; the rows below are read by these headings.</source>
        <translation>Отсюда столбцы другие: строки ниже прочитаны по этим заголовкам.</translation>
    </message>
    <message>
        <source>From row {row} on the columns are others. Copy that part with its headings in Excel and paste it as an import of its own.</source>
        <translation>Со строки {row} столбцы другие. Скопируйте эту часть вместе с заголовками в Excel и вставьте как отдельный импорт.</translation>
    </message>
    <message>
        <source>{was} stands in one merged cell for several sizes. Type the number of each.</source>
        <translation>Число {was} стоит в объединённой ячейке на несколько размеров. Впишите число для каждого.</translation>
    </message>
    <message>
        <source>{was} stands in one merged cell with row {row}, which is left out. Type the number.</source>
        <translation>Число {was} стоит в одной объединённой ячейке со строкой {row}, которая не импортируется. Впишите число.</translation>
    </message>
    <message>
        <source>The row has more cells than the heading: a separator too many has moved its numbers. Type the right number, or correct the row in the file.</source>
        <translation>В строке больше ячеек, чем в заголовке: лишний разделитель сдвинул числа. Впишите верное число или исправьте строку в файле.</translation>
    </message>
    <message>
        <source>“{was}” is struck out in the file and left out.</source>
        <translation>«{was}» в файле зачёркнуто и не берётся.</translation>
    </message>
    <message>
        <source>The file shows “{shown}” here, and the number is {was}: it is taken as it is, below this row too.</source>
        <translation>В файле здесь видно «{shown}», а само число — {was}. Берётся число, и в строках ниже тоже.</translation>
    </message>
    <message>
        <source>A comment in the file: “{text}”.</source>
        <translation>Примечание в файле: «{text}».</translation>
    </message>
    <message>
        <source>The heading “{was}” is struck out in the file. Its column is imported: if it should not be, set it to “Not needed”.</source>
        <translation>Заголовок «{was}» зачёркнут в файле. Столбец импортируется; если он лишний, отметьте его «Не нужен».</translation>
    </message>
    <message>
        <source>The file shows nothing here, and the number is {was}: it is taken, below this row too.</source>
        <translation>В файле здесь ничего не видно, а число — {was}: берётся оно, и ниже этой строки тоже.</translation>
    </message>
    <message>
        <source>“{part}” is raised or lowered in “{was}”. Is it {left}?</source>
        <translation>В «{was}» знак «{part}» стоит выше или ниже строки. Верно ли {left}?</translation>
    </message>
    <message>
        <source>In the file “{part}” is struck out: {left} is left. Is it {left}?</source>
        <translation>В файле зачёркнуто «{part}», осталось {left}. Верно ли {left}?</translation>
    </message>
    <message>
        <source>As in the row above: {right}.</source>
        <translation>Как в строке выше: {right}.</translation>
    </message>
    <message>
        <source>“{was}” stands for the row above, where nothing is. Type it.</source>
        <translation>«{was}» значит «как выше», но выше ничего нет. Впишите.</translation>
    </message>
    <message>
        <source>The line “{line}” is not clear. Write the article, the size and the number, and nothing else: {example}.</source>
        <translation>Строка «{line}» непонятна. Напишите только артикул, размер и количество, например {example}.</translation>
    </message>
    <message>
        <source>It is not sure which article the line “{line}” is of: what stands above it is not clear. Write the article before the size: {example}.</source>
        <translation>Неясно, к какому артикулу относится строка «{line}»: строка над ней непонятна. Напишите артикул перед размером, например {example}.</translation>
    </message>
    <message>
        <source>The line “{line}” stands below words with another meaning. A file has one meaning only: put the line into a file of its own.</source>
        <translation>Строка «{line}» стоит под словами о другом, а в файле может быть только что-то одно. Импортируйте её отдельно.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>The rows of the file</source>
        <translation>Строки файла</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Errors {count}</source>
        <translation>Ошибки {count}</translation>
    </message>
    <message>
        <source>Warnings {count}</source>
        <translation>Предупреждения {count}</translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation>Примечания {count}</translation>
    </message>
    <message>
        <source>No change {count}</source>
        <translation>Без изменений {count}</translation>
    </message>
</context>
<context>
    <name>ChooseProductDialog</name>
    <message>
        <source>Choose product</source>
        <translation>Выбор товара</translation>
    </message>
    <message>
        <source>Which product is number {id} at the marketplace? Choose once; its waiting events are applied, and later ones by themselves.</source>
        <translation>Какой товар у маркетплейса под номером {id}? Выберите один раз: ожидающие события применятся, следующие определятся сами.</translation>
    </message>
    <message>
        <source>Article, title or barcode</source>
        <translation>Артикул, название или штрихкод</translation>
    </message>
    <message>
        <source>Search for products</source>
        <translation>Поиск товаров</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>This product</source>
        <translation>Этот товар</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Then number {id} means {article}, and its events are applied there in order.</source>
        <translation>Номер {id} будет означать {article}, и события применятся к нему по порядку.</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>Изменить привязку</translation>
    </message>
</context>
<context>
    <name>ChooseSizeDialog</name>
    <message>
        <source>Choose size</source>
        <translation>Выбор размера</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Размеры</translation>
    </message>
    <message>
        <source>This size</source>
        <translation>Этот размер</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The number means no product any more. Choose the product first.</source>
        <translation>Номер больше не привязан к товару. Сначала выберите товар.</translation>
    </message>
    <message>
        <source>Which size of {article} is “{size}” at the marketplace? Choose once; its waiting events are applied, and later ones by themselves. A size that is missing here is added to the product.</source>
        <translation>Какой размер товара {article} маркетплейс называет «{size}»? Выберите один раз: ожидающие события применятся, следующие узнаются сами. Если такого размера здесь нет, добавьте его в карточку товара.</translation>
    </message>
    <message>
        <source>Then they are applied to size {size} in order.</source>
        <translation>Затем они применятся к размеру {size} по порядку.</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>Изменить размер</translation>
    </message>
</context>
<context>
    <name>ChooseSizePage</name>
    <message>
        <source>Polka sends a receipt of one piece and takes it back in the end. What the cabinet shows in between tells what “count” means. Choose a size that sells rarely and has two to ten pieces.</source>
        <translation>«Полка» отправит поступление одной штуки, а в конце вернёт всё как было. По тому, что кабинет покажет в промежутке, станет ясно, что означает «count». Выберите размер, который продаётся редко и которого от двух до десяти штук.</translation>
    </message>
    <message>
        <source>Article, title or barcode</source>
        <translation>Артикул, название или штрихкод</translation>
    </message>
    <message>
        <source>Search for products</source>
        <translation>Поиск товаров</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>The cabinet shows now</source>
        <translation>Сейчас в кабинете</translation>
    </message>
    <message>
        <source>{size}: here {pieces}</source>
        <translation>{size}: здесь {pieces}</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>Close the window and go on receiving events?</source>
        <translation>Закрыть окно, но продолжать принимать события?</translation>
    </message>
    <message>
        <source>Polka stays beside the clock: it hears of online sales and sends what is queued. After Quit, events do not come in until Polka is started again.</source>
        <translation>«Полка» останется значком возле часов: будет узнавать о продажах онлайн и отправлять то, что в очереди. Если выйти, события не будут приходить, пока вы её снова не запустите.</translation>
    </message>
    <message>
        <source>Events do not come in while Polka is closed.</source>
        <translation>Пока «Полка» закрыта, события не принимаются.</translation>
    </message>
    <message>
        <source>Online sales and returns of that time may never be told. To go on receiving, make the window small instead of closing it.</source>
        <translation>О продажах и возвратах онлайн за это время «Полка» может так и не узнать. Чтобы приём продолжался, сверните окно, а не закрывайте.</translation>
    </message>
    <message>
        <source>Don't ask again (Settings, Background)</source>
        <translation>Больше не спрашивать («Настройки» → «Без окна»)</translation>
    </message>
    <message>
        <source>Keep receiving</source>
        <translation>Продолжать приём</translation>
    </message>
    <message>
        <source>Make it small</source>
        <translation>Свернуть окно</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Pieces of size {size}</source>
        <translation>Размер {size}, штук</translation>
    </message>
    <message>
        <source>Column {number}: {label}</source>
        <translation>Столбец {number}: {label}</translation>
    </message>
    <message>
        <source>{column}, hidden in the file</source>
        <translation>{column}, скрыт в файле</translation>
    </message>
    <message>
        <source>{column}. Is this right?</source>
        <translation>{column}. Верно ли это?</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>The columns of the file</source>
        <translation>Столбцы файла</translation>
    </message>
    <message>
        <source>So the first rows are read</source>
        <translation>Так прочитаны первые строки</translation>
    </message>
    <message>
        <source>Where a number is missing</source>
        <translation>Если число не указано</translation>
    </message>
    <message>
        <source>Add up a size that comes several times</source>
        <translation>Складывать размер, который встретился несколько раз</translation>
    </message>
    <message>
        <source>The size stands at the end of the article</source>
        <translation>Размер стоит в конце артикула</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>пропустить строку</translation>
    </message>
    <message>
        <source>take it as 0</source>
        <translation>считать нулём</translation>
    </message>
    <message>
        <source>it is an error</source>
        <translation>это ошибка</translation>
    </message>
    <message>
        <source>All columns that are needed are known.</source>
        <translation>Все нужные столбцы определены.</translation>
    </message>
    <message numerus="yes">
        <source>Please look at the %n marked column(s): it is not sure.</source>
        <translation>
            <numerusform>Проверьте %n отмеченный столбец: он под вопросом.</numerusform>
            <numerusform>Проверьте %n отмеченных столбца: они под вопросом.</numerusform>
            <numerusform>Проверьте %n отмеченных столбцов: они под вопросом.</numerusform>
        </translation>
    </message>
    <message>
        <source>A list of barcodes: each row is one piece.</source>
        <translation>Список штрихкодов: каждая строка — одна штука.</translation>
    </message>
    <message>
        <source>The articles end with their sizes: the two are taken apart.</source>
        <translation>Размер записан в конце артикула: «Полка» их разделит.</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) stand side by side: each becomes a row of its own.</source>
        <translation>
            <numerusform>%n размер стоит отдельным столбцом и станет отдельной строкой.</numerusform>
            <numerusform>%n размера стоят в столбцах рядом: каждый станет отдельной строкой.</numerusform>
            <numerusform>%n размеров стоят в столбцах рядом: каждый станет отдельной строкой.</numerusform>
        </translation>
    </message>
    <message>
        <source>The columns are as you said for the last file of this kind.</source>
        <translation>Столбцы назначены так же, как вы указали для прошлого такого файла.</translation>
    </message>
    <message>
        <source>Hidden in the file: {columns}.</source>
        <translation>Скрыто в файле: {columns}.</translation>
    </message>
    <message>
        <source>A column that is needed is not named yet.</source>
        <translation>Ещё не указан нужный столбец.</translation>
    </message>
    <message>
        <source>Nothing can be read yet.</source>
        <translation>Пока ничего не прочитано.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no screen here to show a window on.</source>
        <translation>Здесь нет экрана, чтобы показать окно.</translation>
    </message>
    <message>
        <source>Start Polka on the desktop, or save pictures of it with: polka demo --tour DIR; without a window it runs with: polka serve.</source>
        <translation>Запустите «Полку» на рабочем столе или сохраните её снимки: polka demo --tour DIR; без окна она работает так: polka serve.</translation>
    </message>
    <message>
        <source>Port {port} cannot be listened on.</source>
        <translation>Порт {port} занять не удалось.</translation>
    </message>
    <message>
        <source>Another program may use it; choose another with --port, 0 is any free one.</source>
        <translation>Возможно, его занимает другая программа; выберите другой через --port, 0 — любой свободный.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Reconcile the chosen rows…</source>
        <translation>Сверить выбранные строки…</translation>
    </message>
    <message>
        <source>Reconcile this size…</source>
        <translation>Сверить размер…</translation>
    </message>
    <message>
        <source>Reconcile the product…</source>
        <translation>Сверить товар…</translation>
    </message>
    <message>
        <source>Chosen: the stock is {here}.</source>
        <translation>Выбрано: остаток {here}.</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) taken away. The sizes stay marked until they agree.</source>
        <translation>
            <numerusform>Убрано %n исправление. Размер останется отмеченным, пока остатки не сойдутся.</numerusform>
            <numerusform>Убрано %n исправления. Размеры останутся отмеченными, пока остатки не сойдутся.</numerusform>
            <numerusform>Убрано %n исправлений. Размеры останутся отмеченными, пока остатки не сойдутся.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>Проверить и отправить</translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message numerus="yes">
        <source>The marketplace has another stock than you: %n correction(s) are prepared.</source>
        <translation>
            <numerusform>Остаток на маркетплейсе расходится с вашим: готово %n исправление.</numerusform>
            <numerusform>Остатки на маркетплейсе расходятся с вашими: готово %n исправления.</numerusform>
            <numerusform>Остатки на маркетплейсе расходятся с вашими: готово %n исправлений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>Проверить и отправить</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Не нужно</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>This is not a web address.</source>
        <translation>Это не веб-адрес.</translation>
    </message>
    <message>
        <source>Copy “API URL” from the cabinet whole: it begins with https://.</source>
        <translation>Скопируйте «API URL» из кабинета целиком: он начинается с https://.</translation>
    </message>
    <message>
        <source>The token is empty.</source>
        <translation>Токен пустой.</translation>
    </message>
    <message>
        <source>Copy “API Token” from the cabinet.</source>
        <translation>Скопируйте «API Token» из кабинета.</translation>
    </message>
    <message>
        <source>The token has a character that no token has.</source>
        <translation>В токене есть символ, которого в токенах не бывает.</translation>
    </message>
    <message>
        <source>Copy it from the cabinet once more, without anything around it.</source>
        <translation>Скопируйте его из кабинета ещё раз, без лишнего вокруг.</translation>
    </message>
    <message>
        <source>The server answered in {milliseconds} ms and did not refuse the token. The first delivery will show whether it is good.</source>
        <translation>Сервер ответил за {milliseconds} мс и токен не отклонил. Верен ли он, покажет первая отправка.</translation>
    </message>
    <message>
        <source>The server answered, but refused the token. Copy “API Token” from the cabinet once more.</source>
        <translation>Сервер ответил, но токен не принял. Скопируйте «API Token» из кабинета ещё раз.</translation>
    </message>
    <message>
        <source>A server answered, but not at this address. Copy “API URL” from the cabinet whole.</source>
        <translation>Сервер ответил, но такого адреса на нём нет. Скопируйте «API URL» из кабинета целиком.</translation>
    </message>
    <message>
        <source>The server's certificate is not trusted. Check the address and this computer's date; in a company network ask whoever runs it.</source>
        <translation>Сертификату сервера нельзя доверять. Проверьте адрес и дату на компьютере; в сети компании спросите администратора.</translation>
    </message>
    <message>
        <source>The server could not be reached. Check the network and the address.</source>
        <translation>Связаться с сервером не удалось. Проверьте сеть и адрес.</translation>
    </message>
    <message>
        <source>The server's name was not found. Check the address, and whether the internet works.</source>
        <translation>Имя сервера не найдено. Проверьте адрес и работает ли интернет.</translation>
    </message>
    <message>
        <source>A proxy stands in between and did not let this through. Check its settings.</source>
        <translation>Запрос не пропустил прокси-сервер. Проверьте его настройки.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again in a minute.</source>
        <translation>Сервер не ответил вовремя. Попробуйте через минуту.</translation>
    </message>
    <message>
        <source>The server answered with an error of its own. Try again later.</source>
        <translation>Сервер ответил своей внутренней ошибкой. Попробуйте позже.</translation>
    </message>
    <message>
        <source>The address begins with http://: anybody on the way could read the token.</source>
        <translation>Адрес начинается с http://: токен могут перехватить по пути.</translation>
    </message>
    <message>
        <source>Use https://, or confirm it in Settings or with POLKA_ALLOW_HTTP=1.</source>
        <translation>Используйте https:// или подтвердите такой адрес в «Настройках» либо через POLKA_ALLOW_HTTP=1.</translation>
    </message>
    <message>
        <source>The server answered in {milliseconds} ms. The address and the token are right: a delivery was taken {when}.</source>
        <translation>Сервер ответил за {milliseconds} мс. Адрес и токен верны: последняя отправка принята {when}.</translation>
    </message>
</context>
<context>
    <name>ConnectionTab</name>
    <message>
        <source>API URL</source>
        <translation>API URL</translation>
    </message>
    <message>
        <source>Cabinet → Settings → “API URL”. Copy it whole.</source>
        <translation>Личный кабинет → Настройки → «API URL». Скопируйте целиком.</translation>
    </message>
    <message>
        <source>API Token</source>
        <translation>API Token</translation>
    </message>
    <message>
        <source>Keep the token for this session only; I will enter it again next time</source>
        <translation>Хранить токен только до закрытия программы; в следующий раз введу снова</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Проверить и сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Удалить токен</translation>
    </message>
    <message>
        <source>Kept in the system's secret store, not in the program's files.</source>
        <translation>Хранится в системном хранилище паролей, а не в файлах программы.</translation>
    </message>
    <message>
        <source>saved, ends with {end}</source>
        <translation>сохранён, заканчивается на {end}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранён</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>скрыть</translation>
    </message>
    <message>
        <source>show</source>
        <translation>показать</translation>
    </message>
    <message>
        <source>Advanced: what “count” means, speed</source>
        <translation>Дополнительно: что означает «count», скорость</translation>
    </message>
    <message>
        <source>What this changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>This address is not encrypted. Use https://, or confirm above.</source>
        <translation>Этот адрес без шифрования. Используйте https:// или подтвердите галочкой выше.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>It is not saved.</source>
        <translation>Не сохранено.</translation>
    </message>
    <message>
        <source>It is saved, although the server refused it.</source>
        <translation>Сохранено, хотя сервер это не принял.</translation>
    </message>
    <message>
        <source>The marketplace answers again.</source>
        <translation>Маркетплейс снова отвечает.</translation>
    </message>
    <message>
        <source>Send the token unencrypted (http://) all the same</source>
        <translation>Всё равно отправлять токен без шифрования (http://)</translation>
    </message>
    <message>
        <source>Anybody on the way to the server can read it.</source>
        <translation>По пути к серверу его могут перехватить.</translation>
    </message>
    <message>
        <source>The token is forgotten. Nothing is sent until you enter one.</source>
        <translation>Токен удалён. Ничего не отправляется, пока вы не введёте новый.</translation>
    </message>
</context>
<context>
    <name>CorrectionChoice</name>
    <message>
        <source>Correct without asking</source>
        <translation>Исправлять остаток на маркетплейсе без вопроса</translation>
    </message>
    <message>
        <source>When your delivery overwrites an online sale that was not known yet, Polka prepares a correction of the marketplace's stock. Switched on, it goes at once. Everything else is still asked about.</source>
        <translation>Если ваша отправка затёрла продажу онлайн, о которой ещё не было известно, «Полка» готовит исправление остатка на маркетплейсе. С этой галочкой оно уходит сразу. Обо всём остальном «Полка» по-прежнему спрашивает.</translation>
    </message>
</context>
<context>
    <name>CountModel</name>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Should show</source>
        <translation>Должно быть</translation>
    </message>
    <message>
        <source>Cabinet shows</source>
        <translation>В кабинете</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>a delivery is without an answer: wait</source>
        <translation>отправка без ответа: подождите</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>сходится</translation>
    </message>
    <message>
        <source>stock here {before} → {after}</source>
        <translation>остаток здесь {before} → {after}</translation>
    </message>
    <message>
        <source>correction {pieces} to be sent</source>
        <translation>исправление {pieces} к отправке</translation>
    </message>
    <message>
        <source>a change is typed: send it or take it away first</source>
        <translation>сначала отправьте или уберите правку</translation>
    </message>
    <message>
        <source>who is right?</source>
        <translation>кто прав?</translation>
    </message>
    <message>
        <source>Deliveries that the marketplace has not accepted yet. The cabinet shows them later.</source>
        <translation>Отправки, которых маркетплейс ещё не принял. В кабинете они появятся позже.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether a delivery arrived, so the figure of the cabinet can mean either. Wait for the answer, or answer the question in Deliveries.</source>
        <translation>Пока неизвестно, дошла ли отправка, поэтому цифра кабинета ничего не решает. Дождитесь ответа или ответьте на вопрос в «Отправке».</translation>
    </message>
    <message>
        <source>Nobody has said yet how many there are: type what the cabinet shows.</source>
        <translation>Сколько штук есть, пока неизвестно. Введите, что показывает кабинет.</translation>
    </message>
</context>
<context>
    <name>CountPrint</name>
    <message>
        <source>Reconcile with the cabinet</source>
        <translation>Сверка с кабинетом</translation>
    </message>
    <message>
        <source>Write into the last column what the marketplace's cabinet shows now.</source>
        <translation>Впишите в последний столбец, что сейчас показывает кабинет маркетплейса.</translation>
    </message>
</context>
<context>
    <name>CountTable</name>
    <message>
        <source>Stock here and in the cabinet</source>
        <translation>Остатки здесь и в кабинете</translation>
    </message>
</context>
<context>
    <name>DataTab</name>
    <message>
        <source>Folder with the data</source>
        <translation>Папка с данными</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Сделать копию сейчас</translation>
    </message>
    <message>
        <source>Polka {polka}, Qt {qt}, Python {python}</source>
        <translation>Полка {polka}, Qt {qt}, Python {python}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
</context>
<context>
    <name>DeliveriesPage</name>
    <message>
        <source>Deliveries</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Выгрузить отчёт</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Wait for you {count}</source>
        <translation>Ждут вас {count}</translation>
    </message>
    <message>
        <source>On their way {count}</source>
        <translation>В очереди {count}</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Возобновить всё</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Приостановить всё</translation>
    </message>
    <message>
        <source>Wait for you</source>
        <translation>Ждут вас</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Пока ничего не отправлено</translation>
    </message>
    <message>
        <source>Type quantities or prices on the page Products, then choose “Review and send”.</source>
        <translation>Впишите количества или цены на странице «Товары» и нажмите «Проверить и отправить».</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>No delivery is in this state. That is all right.</source>
        <translation>Таких отправок нет, и это хорошо.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>{who} said that it arrived.</source>
        <translation>{who}: отправка дошла.</translation>
    </message>
    <message>
        <source>{who} said that it did not arrive.</source>
        <translation>{who}: отправка не дошла.</translation>
    </message>
    <message>
        <source>{who} took over the figures of the cabinet.</source>
        <translation>{who}: взяты цифры из личного кабинета.</translation>
    </message>
    <message>
        <source>This delivery has moved on meanwhile.</source>
        <translation>Состояние этой отправки уже изменилось.</translation>
    </message>
    <message>
        <source>Look at its state again; nothing was changed.</source>
        <translation>Посмотрите на неё ещё раз; ничего не изменено.</translation>
    </message>
    <message>
        <source>{who} chose the reading in which it arrived.</source>
        <translation>{who}: выбран вариант, при котором отправка дошла.</translation>
    </message>
</context>
<context>
    <name>DeliveryDecisions</name>
    <message>
        <source>Noted: the marketplace took it.</source>
        <translation>Отмечено: маркетплейс принял.</translation>
    </message>
    <message>
        <source>It will not be sent; the stock is what it was before.</source>
        <translation>Не будет отправлено; остаток такой, как был.</translation>
    </message>
    <message>
        <source>The marketplace will not be told, and the stock here goes back to what it was.</source>
        <translation>Маркетплейс об этом не узнает, а остаток здесь вернётся к прежнему.</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>Queueing…</source>
        <translation>Ставим в очередь…</translation>
    </message>
    <message>
        <source>Queued again: {number} of {total}.</source>
        <translation>Снова в очереди: {number} из {total}.</translation>
    </message>
    <message>
        <source>None of the chosen deliveries can be stopped any more.</source>
        <translation>Ни одну из выбранных отправок уже нельзя остановить.</translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} chosen deliveries will not be sent, and the stock here goes back.</source>
        <translation>
            <numerusform>Из выбранных {total} не будет отправлена %n, и остаток здесь вернётся к прежнему.</numerusform>
            <numerusform>Из выбранных {total} не будут отправлены %n, и остаток здесь вернётся к прежнему.</numerusform>
            <numerusform>Из выбранных {total} не будет отправлено %n, и остаток здесь вернётся к прежнему.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Отменяем…</translation>
    </message>
    <message>
        <source>Withdrawn: {number} of {total}; their stock is what it was before.</source>
        <translation>Снято с отправки: {number} из {total}. Остаток по ним прежний.</translation>
    </message>
    <message numerus="yes">
        <source>%n may have arrived already: look in the cabinet.</source>
        <translation>
            <numerusform>%n уже могла дойти: посмотрите в кабинете.</numerusform>
            <numerusform>%n уже могли дойти: посмотрите в кабинете.</numerusform>
            <numerusform>%n уже могли дойти: посмотрите в кабинете.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryExport</name>
    <message numerus="yes">
        <source>Export: all %n delivery(ies)</source>
        <translation>
            <numerusform>Выгрузить все отправки (%n)</numerusform>
            <numerusform>Выгрузить все отправки (%n)</numerusform>
            <numerusform>Выгрузить все отправки (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export: %n delivery(ies), “{filter}”</source>
        <translation>
            <numerusform>Выгрузить %n отправку по фильтру «{filter}»</numerusform>
            <numerusform>Выгрузить %n отправки по фильтру «{filter}»</numerusform>
            <numerusform>Выгрузить %n отправок по фильтру «{filter}»</numerusform>
        </translation>
    </message>
    <message>
        <source>deliveries</source>
        <translation>отправка</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>Сохранена %n строка.</numerusform>
            <numerusform>Сохранены %n строки.</numerusform>
            <numerusform>Сохранено %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryPanel</name>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Answer: its beginning, the rest was too long to keep</source>
        <translation>Ответ — только начало: остальное слишком длинное и не сохранено</translation>
    </message>
    <message>
        <source>one of {total} chosen is shown</source>
        <translation>показана одна из выбранных: {total}</translation>
    </message>
    <message>
        <source>Stock at the marketplace</source>
        <translation>Остаток на маркетплейсе</translation>
    </message>
    <message>
        <source>Stock at the marketplace, if sent</source>
        <translation>Остаток на маркетплейсе, если отправить</translation>
    </message>
    <message>
        <source>Request, if sent</source>
        <translation>Запрос, если отправить</translation>
    </message>
    <message>
        <source>{what}: {number} of {total} chosen</source>
        <translation>{what}: {number} из {total} выбранных</translation>
    </message>
    <message>
        <source>Undo the one shown…</source>
        <translation>Отменить только показанную…</translation>
    </message>
    <message>
        <source>An earlier delivery of this product needs your decision: {action}, {time}, {state}. This one goes after it.</source>
        <translation>По этому товару есть более ранняя отправка, которая ждёт вашего решения: {action}, {time}, {state}. Эта уйдёт после неё.</translation>
    </message>
    <message>
        <source>Sent in one go</source>
        <translation>Отправлено вместе</translation>
    </message>
    <message>
        <source>Show the whole batch</source>
        <translation>Показать всю пачку</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Type what the cabinet shows…</source>
        <translation>Вписать, что в кабинете…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Отменить действие…</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Ждёт своей очереди</translation>
    </message>
    <message>
        <source>Show the earlier one</source>
        <translation>Показать ту отправку</translation>
    </message>
    <message>
        <source>The marketplace took it</source>
        <translation>Маркетплейс принял</translation>
    </message>
    <message>
        <source>It did not, send again</source>
        <translation>Не принял, отправить снова</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>Copied ✓</source>
        <translation>Скопировано ✓</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Скопировать как cURL</translation>
    </message>
    <message>
        <source>Choose a delivery to see what was sent and what the marketplace answered.</source>
        <translation>Выберите отправку: здесь будет видно, что отправлено и что ответил маркетплейс.</translation>
    </message>
    <message numerus="yes">
        <source>Batch {number}: %n product(s)</source>
        <translation>
            <numerusform>Пачка № {number}: %n товар</numerusform>
            <numerusform>Пачка № {number}: %n товара</numerusform>
            <numerusform>Пачка № {number}: %n товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in the cabinet whether the new price is there.</source>
        <translation>Посмотрите в кабинете, появилась ли новая цена.</translation>
    </message>
    <message>
        <source>{size}: if it arrived the cabinet shows {after}, if not {before}</source>
        <translation>{size}: если дошло, в кабинете {after}, если нет, то {before}</translation>
    </message>
    <message>
        <source>Nobody knows whether the marketplace took it in. Look in the cabinet.</source>
        <translation>Неизвестно, принял ли маркетплейс. Посмотрите в кабинете.</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} мс</translation>
    </message>
    <message>
        <source>connecting {connecting}, sending {sending}, waiting {waiting}</source>
        <translation>соединение {connecting}, отправка {sending}, ожидание {waiting}</translation>
    </message>
</context>
<context>
    <name>DeliveryTableModel</name>
    <message>
        <source>The stock at the marketplace, before and after</source>
        <translation>Остаток на маркетплейсе: был → станет</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Размеры</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s)</source>
        <translation>
            <numerusform>%n размер</numerusform>
            <numerusform>%n размера</numerusform>
            <numerusform>%n размеров</numerusform>
        </translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>ждёт очереди</translation>
    </message>
    <message>
        <source>again in {time}</source>
        <translation>повтор через {time}</translation>
    </message>
</context>
<context>
    <name>DialectChange</name>
    <message>
        <source>Not sent yet: {number}. They will go in the new way: with the stock left after the action.</source>
        <translation>Ещё не отправлено: {number}. Эти действия уйдут уже по-новому: с остатком после действия.</translation>
    </message>
    <message>
        <source>Not sent yet: {number}. They will go in the new way: with the quantity of the action alone.</source>
        <translation>Ещё не отправлено: {number}. Эти действия уйдут уже по-новому: с одним количеством, без остатка.</translation>
    </message>
    <message>
        <source>New prices not sent yet: {number}. They will carry the stock of all sizes too, and so set it.</source>
        <translation>Новых цен ещё не отправлено: {number}. С ними уйдут и остатки всех размеров, маркетплейс поставит их у себя.</translation>
    </message>
    <message>
        <source>New prices not sent yet: {number}. They will carry no sizes and leave the stock alone.</source>
        <translation>Новых цен ещё не отправлено: {number}. Они уйдут без размеров и остатков не тронут.</translation>
    </message>
    <message>
        <source>On their way at this moment: {number}. They left in the old way.</source>
        <translation>Отправляется прямо сейчас: {number}. Они ушли по-старому.</translation>
    </message>
    <message>
        <source>Sent without an answer and to be repeated: {number}. They may have arrived in the old way already; afterwards compare the stock with the cabinet.</source>
        <translation>Отправлено без ответа и будет повторено: {number}. Они могли уже дойти по-старому; потом сверьте остатки с кабинетом.</translation>
    </message>
    <message>
        <source>Sales not sent yet: {number}. They will carry soldCount.</source>
        <translation>Продаж ещё не отправлено: {number}. Они уйдут с soldCount.</translation>
    </message>
    <message>
        <source>Sales not sent yet: {number}. They will carry no soldCount.</source>
        <translation>Продаж ещё не отправлено: {number}. Они уйдут без soldCount.</translation>
    </message>
    <message>
        <source>Not sent yet: {number}. They will carry the price.</source>
        <translation>Ещё не отправлено: {number}. Эти действия уйдут с ценой.</translation>
    </message>
    <message>
        <source>Not sent yet: {number}. They will carry no price; new prices go by themselves as before.</source>
        <translation>Ещё не отправлено: {number}. Эти действия уйдут без цены; новые цены отправляются отдельно, как и раньше.</translation>
    </message>
    <message>
        <source>Sent without an answer and to be repeated: {number}. They will not be repeated any more; in Deliveries you will be asked what the cabinet shows.</source>
        <translation>Отправлено без ответа и ждёт повтора: {number}. Повторять их «Полка» больше не будет; на странице «Отправка» она спросит, что показывает кабинет.</translation>
    </message>
    <message>
        <source>Without an answer: {number}. They stay until you decide in Deliveries; sending them again will do no harm.</source>
        <translation>Без ответа: {number}. Они останутся, пока вы не решите на странице «Отправка»; отправить их ещё раз будет безвредно.</translation>
    </message>
    <message>
        <source>Without an answer: {number}. They left in the old way, and what you are asked in Deliveries stays right; one that you send again goes in the new way.</source>
        <translation>Без ответа: {number}. Они ушли по-старому, и вопрос о них в «Отправке» остаётся верным. Если отправите их снова, они уйдут по-новому.</translation>
    </message>
    <message>
        <source>Sent without an answer and to be repeated: {number}. They will go without the key by which the marketplace can recognise a repeat.</source>
        <translation>Отправлено без ответа и ждёт повтора: {number}. Они уйдут без ключа, по которому маркетплейс узнаёт повтор.</translation>
    </message>
</context>
<context>
    <name>DialectForm</name>
    <message>
        <source>“count” means</source>
        <translation>«count» означает</translation>
    </message>
    <message>
        <source>“soldCount” means</source>
        <translation>«soldCount» означает</translation>
    </message>
    <message>
        <source>At most per second</source>
        <translation>Не больше в секунду</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без ограничения</translation>
    </message>
    <message>
        <source>the stock left after the action</source>
        <translation>остаток после действия</translation>
    </message>
    <message>
        <source>the quantity of this action</source>
        <translation>количество в этом действии</translation>
    </message>
    <message>
        <source>the pieces of this sale</source>
        <translation>количество в этой продаже</translation>
    </message>
    <message>
        <source>all sold so far</source>
        <translation>всего продано</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>не отправлять</translation>
    </message>
    <message>
        <source>Send the price with every action</source>
        <translation>Отправлять цену с каждым действием</translation>
    </message>
    <message>
        <source>The marketplace ignores a repeated action</source>
        <translation>Повтор того же действия маркетплейс не учитывает</translation>
    </message>
    <message>
        <source>Send an Idempotency-Key header</source>
        <translation>Отправлять заголовок Idempotency-Key</translation>
    </message>
    <message>
        <source>Then an action without an answer is repeated by itself; otherwise you are asked what the cabinet shows.</source>
        <translation>Тогда действие без ответа повторяется само; иначе «Полка» спрашивает, что показывает кабинет.</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Поступление</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>Online sale</source>
        <translation>Продажа онлайн</translation>
    </message>
    <message>
        <source>Three XL were there, one was sold. Sent is:</source>
        <translation>Было три XL, продали одну. Отправляется:</translation>
    </message>
    <message>
        <source>Three XL were there, two arrived. Sent is:</source>
        <translation>Было три XL, поступило две. Отправляется:</translation>
    </message>
    <message>
        <source>A new price, three XL and four L are there. Sent is:</source>
        <translation>Новая цена, в наличии три XL и четыре L. Отправляется:</translation>
    </message>
    <message>
        <source>Three XL were there, one was sold online, six in all so far. The marketplace reports:</source>
        <translation>Было три XL, одну продали онлайн, всего продано шесть. Маркетплейс сообщает:</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>It arrived. The delivery is closed.</source>
        <translation>Отправка дошла, повторять её не нужно.</translation>
    </message>
    <message>
        <source>It did not arrive. It goes into the queue again.</source>
        <translation>Отправка не дошла: снова станет в очередь.</translation>
    </message>
    <message>
        <source>This figure fits both: arrived and not arrived. The delivery stays open.</source>
        <translation>Такая цифра подходит к обоим случаям: и если дошло, и если нет. Отправка остаётся без ответа.</translation>
    </message>
    <message>
        <source>Something else happened, perhaps sales that nobody reported. What is kept here follows the cabinet, and nothing is sent again.</source>
        <translation>Цифра не подходит ни к одному случаю: возможно, были продажи, о которых «Полка» не знает. Здесь станет как в кабинете, повторно ничего не отправится.</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>дошло</translation>
    </message>
    <message>
        <source>did not arrive, is sent again</source>
        <translation>не дошло, отправим снова</translation>
    </message>
    <message>
        <source>fits both, stays open</source>
        <translation>подходит к обоим случаям, останется без ответа</translation>
    </message>
    <message>
        <source>something else, becomes {figure}</source>
        <translation>другая цифра, здесь станет {figure}</translation>
    </message>
    <message>
        <source>contradicts the other rows, becomes {figure}</source>
        <translation>не сходится с другими строками, станет {figure}</translation>
    </message>
    <message>
        <source>The rows of this product contradict each other: by one it arrived, by another it did not. Look again in the cabinet. Applied as they are, what is kept here follows the cabinet, and nothing is sent again.</source>
        <translation>Строки противоречат друг другу: по одной дошло, по другой нет. Проверьте цифры в кабинете. Если записать их так, здесь станет как в кабинете, повторно ничего не отправится.</translation>
    </message>
    <message>
        <source>This delivery has got its answer meanwhile.</source>
        <translation>Пока вы смотрели, по этой отправке уже появился ответ.</translation>
    </message>
    <message>
        <source>Something came in meanwhile. Look at the figures again.</source>
        <translation>Пока вы смотрели, пришло новое событие. Проверьте цифры ещё раз.</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} или {second}</translation>
    </message>
</context>
<context>
    <name>DoubtModel</name>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>If not arrived</source>
        <translation>Если не дошло</translation>
    </message>
    <message>
        <source>If arrived</source>
        <translation>Если дошло</translation>
    </message>
    <message>
        <source>In the cabinet now</source>
        <translation>В кабинете сейчас</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Что это значит</translation>
    </message>
    <message>
        <source>type the other sizes, too</source>
        <translation>впишите и другие размеры</translation>
    </message>
</context>
<context>
    <name>DoubtPrint</name>
    <message>
        <source>Check against the cabinet</source>
        <translation>Проверить по кабинету</translation>
    </message>
    <message>
        <source>Write into the last column what the marketplace's cabinet shows now.</source>
        <translation>Впишите в последний столбец, что сейчас показывает кабинет маркетплейса.</translation>
    </message>
</context>
<context>
    <name>DoubtStrip</name>
    <message numerus="yes">
        <source>No answer came about %n delivery(s): it may have arrived, or not.</source>
        <translation>
            <numerusform>По %n отправке нет ответа: она могла дойти, а могла и не дойти.</numerusform>
            <numerusform>По %n отправкам нет ответа: они могли дойти, а могли и не дойти.</numerusform>
            <numerusform>По %n отправкам нет ответа: они могли дойти, а могли и не дойти.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check the chosen (%n)…</source>
        <translation>
            <numerusform>Проверить выбранную (%n)…</numerusform>
            <numerusform>Проверить выбранные (%n)…</numerusform>
            <numerusform>Проверить выбранные (%n)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Check against the cabinet…</source>
        <translation>Проверить по кабинету…</translation>
    </message>
</context>
<context>
    <name>DoubtTable</name>
    <message>
        <source>Deliveries without an answer</source>
        <translation>Отправки без ответа</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a file here</source>
        <translation>Перетащите файл сюда</translation>
    </message>
    <message>
        <source>A table from Excel, 1C or LibreOffice, or a CSV file, as it is. You check it before anything is sent.</source>
        <translation>Таблицу из Excel, 1С или LibreOffice либо CSV — как есть. Перед отправкой вы всё проверите.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Paste copied cells</source>
        <translation>Вставить скопированное</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message>
        <source>Where are the words right?</source>
        <translation>Где слова читаются правильно?</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The marketplace is not connected: its address and the token are not entered yet.</source>
        <translation>Маркетплейс не подключён: адрес и токен ещё не введены.</translation>
    </message>
    <message>
        <source>The marketplace's token is missing, so nothing can be sent.</source>
        <translation>Нет токена маркетплейса, поэтому ничего не отправляется.</translation>
    </message>
    <message>
        <source>Marketplace: not connected</source>
        <translation>Маркетплейс: не подключён</translation>
    </message>
    <message>
        <source>Marketplace: nothing sent yet</source>
        <translation>Маркетплейс: ещё не отправляли</translation>
    </message>
    <message>
        <source>Marketplace: last answered {when}</source>
        <translation>Маркетплейс: последний ответ {when}</translation>
    </message>
    <message>
        <source>Marketplace: online</source>
        <translation>Маркетплейс: на связи</translation>
    </message>
    <message>
        <source>Marketplace: busy, trying again</source>
        <translation>Маркетплейс: занят, повторяем</translation>
    </message>
    <message>
        <source>Marketplace: no answer</source>
        <translation>Маркетплейс: нет ответа</translation>
    </message>
    <message>
        <source>Marketplace: refuses, see Settings</source>
        <translation>Маркетплейс: отказывает, см. «Настройки»</translation>
    </message>
    <message>
        <source>Sending has stopped. Start Polka again.</source>
        <translation>Отправка остановилась. Запустите «Полку» снова.</translation>
    </message>
    <message>
        <source>Another Polka is open on these data and does the sending.</source>
        <translation>С этими данными открыта другая «Полка», отправляет она.</translation>
    </message>
    <message>
        <source>Events: port {port}</source>
        <translation>События: порт {port}</translation>
    </message>
    <message>
        <source>Events: off</source>
        <translation>События: приём выключен</translation>
    </message>
    <message>
        <source>Events: port {port} is in use by another program; {free} is free.</source>
        <translation>События: порт {port} занят другой программой; свободен {free}.</translation>
    </message>
    <message>
        <source>Events: Polka may not use port {port}; {free} is free.</source>
        <translation>События: порт {port} «Полке» недоступен; свободен {free}.</translation>
    </message>
    <message>
        <source>Events: not reached from outside</source>
        <translation>События: снаружи недоступно</translation>
    </message>
    <message>
        <source>Events: none for {hours} h</source>
        <translation>События: не приходят {hours} ч</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong inside Polka.</source>
        <translation>В «Полке» произошла ошибка.</translation>
    </message>
    <message>
        <source>Your data are safe. Try it again; the details are in the log.</source>
        <translation>Данные целы. Попробуйте ещё раз; подробности — в журнале программы.</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>This is not an event that Polka knows. It was kept with its text.</source>
        <translation>Такого события «Полка» не знает. Оно сохранено вместе с текстом.</translation>
    </message>
    <message>
        <source>This event names no sizes; nothing was changed.</source>
        <translation>В этом событии нет размеров; ничего не изменилось.</translation>
    </message>
    <message>
        <source>Which product this is, is not known yet. Choose it once.</source>
        <translation>Пока неизвестно, какой это товар. Выберите его один раз.</translation>
    </message>
    <message>
        <source>Which size “{size}” is, is not known yet. Choose it once.</source>
        <translation>Пока неизвестно, что за размер «{size}». Выберите его один раз.</translation>
    </message>
    <message>
        <source>An online event shows that it arrived.</source>
        <translation>По событию маркетплейса видно, что отправка дошла.</translation>
    </message>
    <message>
        <source>The product has no size “{size}”. Choose which one it is, or add it to the product; the event waits.</source>
        <translation>У товара нет размера «{size}». Выберите, какой это размер, или добавьте его в карточку; событие подождёт.</translation>
    </message>
    <message>
        <source>{sentence} It also shows that the delivery without an answer arrived.</source>
        <translation>{sentence} Заодно видно, что отправка без ответа дошла.</translation>
    </message>
    <message>
        <source>{sentence} Your change that is not sent yet ({changes}) was not touched.</source>
        <translation>{sentence} Ваша ещё не отправленная правка ({changes}) не затронута.</translation>
    </message>
    <message>
        <source>Came once more; it was counted already.</source>
        <translation>Повтор: уже учтено.</translation>
    </message>
    <message>
        <source>Stock {before} → {after}: sold more than there was. Cancel an order or find the goods.</source>
        <translation>Остаток {before} → {after}: продано больше, чем было. Отмените заказ или найдите товар.</translation>
    </message>
    <message>
        <source>First word about this size: the marketplace has {count}.</source>
        <translation>Первое событие об этом размере: на маркетплейсе {count}.</translation>
    </message>
    <message>
        <source>First word about this size: the marketplace has {count}, here it is {here}. Compare and correct.</source>
        <translation>Первое событие об этом размере: на маркетплейсе {count}, здесь {here}. Сверьте и поправьте.</translation>
    </message>
    <message>
        <source>Stock {before} → {after}: sold more than there was. Cancel an order or find the goods. The marketplace lost the sale when our delivery set its count: it was {there} there.</source>
        <translation>Остаток {before} → {after}: продано больше, чем было. Отмените заказ или найдите товар. К тому же на маркетплейсе продажу затёрла наша отправка: там было {there}.</translation>
    </message>
    <message>
        <source>Stock {before} → {after}. The marketplace lost this when our delivery set its count: it was {there} there. A correction sets it right.</source>
        <translation>Остаток {before} → {after}. На маркетплейсе это затёрла наша отправка: там было {there}. Остаток там выровняет исправление.</translation>
    </message>
    <message>
        <source>This can be read in several ways. Likeliest: stock {before} → {after}; also possible: {others}.</source>
        <translation>Это можно прочитать по-разному. Вероятнее всего: остаток {before} → {after}; возможно и {others}.</translation>
    </message>
    <message>
        <source>Stock {before} → {after}. What the marketplace has now is not certain: {counts}.</source>
        <translation>Остаток {before} → {after}. Сколько сейчас на маркетплейсе, точно не известно: {counts}.</translation>
    </message>
    <message>
        <source>This does not fit what was known; the stock follows the event, {before} → {after}. Compare it with the cabinet.</source>
        <translation>Это не сходится с тем, что было известно; остаток по событию: {before} → {after}. Сверьте с кабинетом.</translation>
    </message>
    <message>
        <source>The stock was read in the cabinet since then, with this in it; nothing was changed.</source>
        <translation>Остаток с тех пор сверили с кабинетом, и это в нём уже учтено. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Stock {before} → {after}.</source>
        <translation>Остаток {before} → {after}.</translation>
    </message>
    <message>
        <source>The readings have changed meanwhile.</source>
        <translation>Тем временем варианты изменились.</translation>
    </message>
    <message>
        <source>Look at them again; nothing was changed.</source>
        <translation>Посмотрите на них ещё раз; ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>EventFilterLine</name>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Найдено: {count}</translation>
    </message>
    <message>
        <source>Leave the filter: {words}</source>
        <translation>Снять фильтр: {words}</translation>
    </message>
</context>
<context>
    <name>EventFilterMenu</name>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Only {article}</source>
        <translation>Только {article}</translation>
    </message>
    <message>
        <source>Only the product of the chosen row</source>
        <translation>Только товар выбранной строки</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>Любой результат</translation>
    </message>
    <message>
        <source>Stock changed</source>
        <translation>Остаток изменился</translation>
    </message>
    <message>
        <source>Came once more</source>
        <translation>Пришло повторно</translation>
    </message>
    <message>
        <source>First word about a size</source>
        <translation>Первое событие о размере</translation>
    </message>
    <message>
        <source>To be compared with the cabinet</source>
        <translation>Нужно сверить с кабинетом</translation>
    </message>
    <message>
        <source>Waits for a product or size</source>
        <translation>Ждёт выбора товара или размера</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Не удалось прочитать</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>За последние 7 дней</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>За последние 30 дней</translation>
    </message>
    <message>
        <source>From day to day…</source>
        <translation>За период…</translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message>
        <source>What it changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Тело запроса</translation>
    </message>
    <message>
        <source>Reconcile this size…</source>
        <translation>Сверить размер…</translation>
    </message>
    <message>
        <source>Copy what came</source>
        <translation>Скопировать тело</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Скопировать как cURL</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Привязка…</translation>
    </message>
    <message>
        <source>Choose an event to see what came and what it changed.</source>
        <translation>Выберите событие: здесь будет видно, что пришло и что изменилось.</translation>
    </message>
    <message>
        <source>Removed: {when}. How long it is kept: Settings, Data.</source>
        <translation>Удалено: {when}. Срок хранения задаётся в разделе «Настройки» → «Данные».</translation>
    </message>
    <message>
        <source>… cut here; “Copy what came” has the whole.</source>
        <translation>… здесь обрезано; «Скопировать тело» берёт целиком.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>Chosen: the stock is {here}.</source>
        <translation>Выбрано: остаток {here}.</translation>
    </message>
    <message>
        <source>What came is copied.</source>
        <translation>Тело запроса скопировано.</translation>
    </message>
    <message>
        <source>The command is copied, without the secret of your address.</source>
        <translation>Команда скопирована, без секретной части вашего адреса.</translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n size(s) applied.</source>
        <translation>
            <numerusform>Прочитано снова: применён %n размер.</numerusform>
            <numerusform>Прочитано снова: применены %n размера.</numerusform>
            <numerusform>Прочитано снова: применено %n размеров.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again: nothing has changed by that.</source>
        <translation>Прочитано снова: ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>EventTableModel</name>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message numerus="yes">
        <source>{stock}: %n more sold than there was, so an order lacks its goods</source>
        <translation>
            <numerusform>{stock}: продано на %n больше, чем было, — заказу не хватает товара</numerusform>
            <numerusform>{stock}: продано на %n больше, чем было, — заказам не хватает товара</numerusform>
            <numerusform>{stock}: продано на %n больше, чем было, — заказам не хватает товара</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose product…</source>
        <translation>Выбрать товар…</translation>
    </message>
    <message>
        <source>Choose size…</source>
        <translation>Выбрать размер…</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>The address is copied.</source>
        <translation>Адрес скопирован.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Product, size, text of the event</source>
        <translation>Товар, размер, текст события</translation>
    </message>
    <message>
        <source>Search for events</source>
        <translation>Поиск событий</translation>
    </message>
    <message>
        <source>Links…</source>
        <translation>Привязки…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Возвраты</translation>
    </message>
    <message>
        <source>Not recognised {count}</source>
        <translation>Не опознаны {count}</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Событий пока нет</translation>
    </message>
    <message>
        <source>Switch receiving on, copy the address and enter it in the marketplace's cabinet. Online sales and returns will appear here.</source>
        <translation>Включите приём, скопируйте адрес и укажите его в личном кабинете. Продажи и возвраты онлайн появятся здесь.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Clear the search or choose another filter.</source>
        <translation>Очистите поиск или выберите другой фильтр.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting event(s) applied.</source>
        <translation>
            <numerusform>Применено %n ожидавшее событие.</numerusform>
            <numerusform>Применены %n ожидавших события.</numerusform>
            <numerusform>Применено %n ожидавших событий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remembered. No events were waiting.</source>
        <translation>Запомнили. Ожидавших событий не было.</translation>
    </message>
    <message>
        <source>events</source>
        <translation>события</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>Сохранена %n строка.</numerusform>
            <numerusform>Сохранены %n строки.</numerusform>
            <numerusform>Сохранено %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Бренд</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Не отправлено</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>At the marketplace before</source>
        <translation>На маркетплейсе было</translation>
    </message>
    <message>
        <source>At the marketplace after</source>
        <translation>На маркетплейсе стало</translation>
    </message>
    <message>
        <source>Old price</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Последняя попытка</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Код ответа HTTP</translation>
    </message>
    <message>
        <source>Connecting, ms</source>
        <translation>Соединение, мс</translation>
    </message>
    <message>
        <source>Sending, ms</source>
        <translation>Отправка, мс</translation>
    </message>
    <message>
        <source>Waiting, ms</source>
        <translation>Ожидание, мс</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пачка</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Что это было</translation>
    </message>
    <message>
        <source>Number at the marketplace</source>
        <translation>Номер на маркетплейсе</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Что изменило</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Без ответа</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>If it did not arrive</source>
        <translation>Если не дошло</translation>
    </message>
    <message>
        <source>If it arrived</source>
        <translation>Если дошло</translation>
    </message>
    <message>
        <source>In the cabinet now</source>
        <translation>В кабинете сейчас</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Штук</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Past stock</source>
        <translation>Остаток на момент</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Момент</translation>
    </message>
    <message>
        <source>Stock then</source>
        <translation>Остаток тогда</translation>
    </message>
    <message>
        <source>Stock now</source>
        <translation>Остаток сейчас</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Сверка</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>The cabinet should show</source>
        <translation>Должно быть в кабинете</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Saving the table…</source>
        <translation>Таблица сохраняется…</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>The disk is full; {name} was not written.</source>
        <translation>На диске нет места, файл {name} не записан.</translation>
    </message>
    <message>
        <source>Free some space, or choose another place.</source>
        <translation>Освободите место или выберите другую папку.</translation>
    </message>
    <message>
        <source>The file {name} could not be written.</source>
        <translation>Не удалось записать файл {name}.</translation>
    </message>
    <message>
        <source>If it is open in another program, close it there, or choose another place.</source>
        <translation>Если он открыт в другой программе, закройте его там или выберите другое место.</translation>
    </message>
    <message>
        <source>These are more rows than an Excel sheet can have.</source>
        <translation>Строк больше, чем помещается на лист Excel.</translation>
    </message>
    <message>
        <source>Choose fewer of them, or save them as CSV.</source>
        <translation>Выберите меньше строк или сохраните таблицу как CSV.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>Текстовая таблица (*.csv)</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Папка:</translation>
    </message>
    <message>
        <source>Save as:</source>
        <translation>Сохранить как:</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Сохранить таблицу…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The figures that you typed are not applied yet. If you close the table, they are lost.</source>
        <translation>Введённые числа ещё не применены. Если закрыть таблицу, они пропадут.</translation>
    </message>
    <message>
        <source>Close without applying</source>
        <translation>Закрыть без применения</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Copy one column only: the figures that the cabinet shows.</source>
        <translation>Скопируйте один столбец: цифры, которые показывает кабинет.</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>Сохранена %n строка.</numerusform>
            <numerusform>Сохранены %n строки.</numerusform>
            <numerusform>Сохранено %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n строку не удалось прочитать, она пропущена.</numerusform>
            <numerusform>%n строки не удалось прочитать, они пропущены.</numerusform>
            <numerusform>%n строк не удалось прочитать, они пропущены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found no row to go to.</source>
        <translation>
            <numerusform>Для %n строки не нашлось места в таблице.</numerusform>
            <numerusform>Для %n строк не нашлось места в таблице.</numerusform>
            <numerusform>Для %n строк не нашлось места в таблице.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Three steps to begin with</source>
        <translation>Три шага для начала</translation>
    </message>
    <message>
        <source>What is sold and what waits for you is shown here afterwards.</source>
        <translation>Потом здесь будет видно, что продано и что ждёт вас.</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ готово</translation>
    </message>
    <message>
        <source>Connect the marketplace</source>
        <translation>Подключите маркетплейс</translation>
    </message>
    <message>
        <source>Enter the address and the token from its cabinet; Polka checks them.</source>
        <translation>Введите адрес и токен из кабинета, «Полка» их проверит.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Switch receiving on</source>
        <translation>Включите приём событий</translation>
    </message>
    <message>
        <source>Online sales come by themselves and lower the stock here.</source>
        <translation>Продажи онлайн будут приходить сами и уменьшать остаток здесь.</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Приём событий</translation>
    </message>
    <message>
        <source>Add products</source>
        <translation>Добавьте товары</translation>
    </message>
    <message>
        <source>With their sizes, and how many pieces of each there are now.</source>
        <translation>С размерами и с тем, сколько штук каждого есть сейчас.</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Следить за папкой…</translation>
    </message>
    <message>
        <source>Polka can take the files that 1C puts into a folder, and prepare their imports.</source>
        <translation>«Полка» может сама подхватывать файлы, которые 1С выгружает в папку, и готовить их к импорту.</translation>
    </message>
    <message>
        <source>Polka watches the folder {name}.</source>
        <translation>«Полка» следит за папкой {name}.</translation>
    </message>
    <message numerus="yes">
        <source>{names} is (are) still being written and taken when whole.</source>
        <translation>
            <numerusform>{names} ещё записывается: «Полка» возьмёт файл, когда он будет готов.</numerusform>
            <numerusform>{names} ещё записываются: «Полка» возьмёт файлы, когда они будут готовы.</numerusform>
            <numerusform>{names} ещё записываются: «Полка» возьмёт файлы, когда они будут готовы.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no table in it yet.</source>
        <translation>Таблиц в ней пока нет.</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Новых файлов в ней нет.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>осталось меньше минуты</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>осталось около {minutes} мин</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>осталось около {hours} ч</translation>
    </message>
    <message>
        <source>{count} pcs</source>
        <translation>{count} шт.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Polka</source>
        <translation>Полка</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Polka: demo</source>
        <translation>Полка: демонстрация</translation>
    </message>
</context>
<context>
    <name>GuardLine</name>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message numerus="yes">
        <source>Left out ({what}): %n.</source>
        <translation>
            <numerusform>Убрано ({what}): %n.</numerusform>
            <numerusform>Убрано ({what}): %n.</numerusform>
            <numerusform>Убрано ({what}): %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>large change of price</source>
        <translation>резкое изменение цены</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>ниже нуля</translation>
    </message>
    <message>
        <source>unusually many pieces</source>
        <translation>необычно много штук</translation>
    </message>
    <message>
        <source>stock not known</source>
        <translation>остаток неизвестен</translation>
    </message>
    <message>
        <source>many products</source>
        <translation>много товаров</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) change a lot. Is that meant?</source>
        <translation>
            <numerusform>%n цена сильно меняется. Так и задумано?</numerusform>
            <numerusform>%n цены сильно меняются. Так и задумано?</numerusform>
            <numerusform>%n цен сильно меняются. Так и задумано?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) would take the stock below zero.</source>
        <translation>
            <numerusform>%n действие уведёт остаток ниже нуля.</numerusform>
            <numerusform>%n действия уведут остаток ниже нуля.</numerusform>
            <numerusform>%n действий уведут остаток ниже нуля.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) have far more pieces than usual.</source>
        <translation>
            <numerusform>В %n действии намного больше штук, чем обычно.</numerusform>
            <numerusform>В %n действиях намного больше штук, чем обычно.</numerusform>
            <numerusform>В %n действиях намного больше штук, чем обычно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) set a stock that nobody has told Polka yet.</source>
        <translation>
            <numerusform>%n действие задаст остаток, который «Полке» ещё неизвестен.</numerusform>
            <numerusform>%n действия зададут остаток, который «Полке» ещё неизвестен.</numerusform>
            <numerusform>%n действий зададут остаток, который «Полке» ещё неизвестен.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) at once. Is that meant?</source>
        <translation>
            <numerusform>Сразу %n товар. Так и задумано?</numerusform>
            <numerusform>Сразу %n товара. Так и задумано?</numerusform>
            <numerusform>Сразу %n товаров. Так и задумано?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardTab</name>
    <message>
        <source>The review asks about what is probably a slip of the finger. A stock below zero is always asked about.</source>
        <translation>Перед отправкой «Полка» переспрашивает о том, что похоже на описку. Об остатке ниже нуля — всегда.</translation>
    </message>
    <message>
        <source>A price changes by more than, %</source>
        <translation>Цена меняется больше чем на столько, %</translation>
    </message>
    <message>
        <source>A quantity is more than the usual, times</source>
        <translation>Количество больше обычного во столько раз</translation>
    </message>
    <message>
        <source>More products at once than</source>
        <translation>Товаров за один раз больше чем</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>The file is damaged: {words}.</source>
        <translation>Файл повреждён: {words}.</translation>
    </message>
    <message>
        <source>Sizes whose stock is not the sum of their movements: {count}.</source>
        <translation>Размеров, остаток которых не равен сумме движений: {count}.</translation>
    </message>
    <message>
        <source>{article}, size {size}: stock {here}, sum of the movements {moved}.</source>
        <translation>{article}, размер {size}: остаток {here}, сумма движений {moved}.</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>Earlier imports</source>
        <translation>Прошлые импорты</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Show the deliveries</source>
        <translation>Показать отправки</translation>
    </message>
    <message>
        <source>Undo the import…</source>
        <translation>Отменить импорт…</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Undo {file}</source>
        <translation>Отмена импорта {file}</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>What has not been sent yet is cancelled.</source>
        <translation>Что ещё не отправлено, отправлено не будет.</translation>
    </message>
    <message>
        <source>For what was delivered the old prices are typed on the page Products.</source>
        <translation>Для доставленного на странице «Товары» появятся прежние цены.</translation>
    </message>
    <message>
        <source>For what was delivered, {actions} of as many pieces is typed on the page Products.</source>
        <translation>Для доставленного на странице «Товары» появится обратное действие: {actions} на столько же штук.</translation>
    </message>
    <message>
        <source>Look at it and send it there.</source>
        <translation>Проверьте и отправьте там.</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Отменяем импорт…</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) cancelled</source>
        <translation>
            <numerusform>%n отправка отменена</numerusform>
            <numerusform>%n отправки отменены</numerusform>
            <numerusform>%n отправок отменено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the opposite of %n typed on the page Products</source>
        <translation>
            <numerusform>обратная правка для %n отправки ждёт на странице «Товары»</numerusform>
            <numerusform>обратные правки для %n отправок ждут на странице «Товары»</numerusform>
            <numerusform>обратные правки для %n отправок ждут на странице «Товары»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left for you to look at</source>
        <translation>
            <numerusform>%n отправку посмотрите сами</numerusform>
            <numerusform>%n отправки посмотрите сами</numerusform>
            <numerusform>%n отправок посмотрите сами</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to take back.</source>
        <translation>Отменять было нечего.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>There is no product {article}.</source>
        <translation>Товара {article} нет.</translation>
    </message>
    <message>
        <source>{article} has no size {size}; it has {known}.</source>
        <translation>У товара {article} нет размера {size}; есть: {known}.</translation>
    </message>
    <message>
        <source>The stock would go below zero.</source>
        <translation>Остаток стал бы меньше нуля.</translation>
    </message>
    <message>
        <source>Far more pieces than usual for this size.</source>
        <translation>Для этого размера необычно много штук.</translation>
    </message>
    <message>
        <source>What the marketplace has is not known; it will have what is here.</source>
        <translation>Сколько на маркетплейсе, неизвестно; там станет столько же, сколько здесь.</translation>
    </message>
    <message>
        <source>The price changes by more than {percent} %.</source>
        <translation>Цена меняется больше чем на {percent} %.</translation>
    </message>
    <message>
        <source>Nothing of this import can be taken back.</source>
        <translation>В этом импорте отменять нечего.</translation>
    </message>
    <message>
        <source>Only pieces and prices that were sent can be, and only once.</source>
        <translation>Отменить можно только отправленные штуки и цены, и только один раз.</translation>
    </message>
    <message>
        <source>{article} has several sizes, and the file names none: {sizes}.</source>
        <translation>У товара {article} несколько размеров, а в файле размера нет: {sizes}.</translation>
    </message>
    <message>
        <source>This file was imported already: {when}, {who}.</source>
        <translation>Этот файл уже импортировали: {when}, {who}.</translation>
    </message>
    <message>
        <source>Nothing was sent. Import it anyway only if all of it happened twice.</source>
        <translation>На этот раз ничего не отправлено. Импортируйте его ещё раз, только если всё это и правда было дважды.</translation>
    </message>
    <message>
        <source>This import was sent, dropped or taken up elsewhere meanwhile.</source>
        <translation>Тем временем этот импорт отправили, убрали или продолжили в другом месте.</translation>
    </message>
    <message>
        <source>Look at the history of imports to see how far it is.</source>
        <translation>Что с ним сейчас, видно в списке «Прошлые импорты».</translation>
    </message>
    <message>
        <source>This import is finished or was dropped.</source>
        <translation>Этот импорт завершён или убран.</translation>
    </message>
    <message>
        <source>Choose the file again to import it anew.</source>
        <translation>Чтобы импортировать файл заново, выберите его ещё раз.</translation>
    </message>
    <message>
        <source>The watched folder {name} is not there.</source>
        <translation>Папки {name}, за которой следит «Полка», больше нет.</translation>
    </message>
    <message>
        <source>Put it back or connect its drive, or choose another folder.</source>
        <translation>Верните её, подключите диск, на котором она была, или выберите другую папку.</translation>
    </message>
    <message>
        <source>The watched folder {name} cannot be read.</source>
        <translation>Папка {name}, за которой следит «Полка», не читается.</translation>
    </message>
    <message>
        <source>Choose another folder, or switch the watching off.</source>
        <translation>Выберите другую папку или отключите слежение.</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>не импортировано</translation>
    </message>
    <message>
        <source>would be sent</source>
        <translation>будет отправлено</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>repeats another row</source>
        <translation>повтор другой строки</translation>
    </message>
    <message>
        <source>no number: stays</source>
        <translation>числа нет: без изменений</translation>
    </message>
    <message>
        <source>The row is hidden in the file.</source>
        <translation>Строка скрыта в файле.</translation>
    </message>
    <message>
        <source>The row is struck out in the file.</source>
        <translation>Строка зачёркнута в файле.</translation>
    </message>
    <message>
        <source>There is no number, or it is 0.</source>
        <translation>Числа нет, или это 0.</translation>
    </message>
    <message>
        <source>These are the headings once more.</source>
        <translation>Это повтор заголовков.</translation>
    </message>
    <message>
        <source>Another row says the same.</source>
        <translation>То же самое есть в другой строке.</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>сверено</translation>
    </message>
    <message>
        <source>There is no such product or size.</source>
        <translation>Такого товара или размера нет.</translation>
    </message>
    <message>
        <source>There was no such product or size when it was imported.</source>
        <translation>Во время импорта такого товара или размера не было.</translation>
    </message>
    <message>
        <source>Repeat or withdraw it on the page Deliveries.</source>
        <translation>Повторите или отмените отправку на странице «Отправка».</translation>
    </message>
    <message>
        <source>{name} is not in {folder} any more.</source>
        <translation>Файла {name} больше нет в папке {folder}.</translation>
    </message>
    <message>
        <source>Put the file back there. What became of it stands in its deliveries.</source>
        <translation>Верните файл на место. Что стало со строками, видно и в отправках этого импорта.</translation>
    </message>
    <message>
        <source>{name} was changed after it was imported.</source>
        <translation>Файл {name} изменили после импорта.</translation>
    </message>
    <message>
        <source>The results would stand beside other rows. Put the file back as it was, or look at its deliveries.</source>
        <translation>Результаты попали бы не к тем строкам. Верните файл, каким он был, или посмотрите отправки этого импорта.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Такой папки нет.</translation>
    </message>
    <message>
        <source>Choose the one that 1C puts its files into.</source>
        <translation>Выберите папку, в которую 1С выгружает файлы.</translation>
    </message>
    <message>
        <source>The table has more than {most} rows and cannot be turned.</source>
        <translation>В таблице больше {most} строк, повернуть её нельзя.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Line of the message</source>
        <translation>Строка сообщения</translation>
    </message>
    <message>
        <source>The text has more than {most} lines: that is no message.</source>
        <translation>В тексте больше {most} строк: это не сообщение.</translation>
    </message>
    <message>
        <source>Delete what does not belong to it, and choose the file again.</source>
        <translation>Удалите из файла лишнее и выберите его снова.</translation>
    </message>
    <message>
        <source>{name} was changed after a part of it was sent.</source>
        <translation>Файл {name} изменился после того, как часть его строк отправили.</translation>
    </message>
    <message>
        <source>Put the file back as it was and go on with this import. Or drop it and choose the file anew, without the rows that were sent: “Show the deliveries” tells which these are.</source>
        <translation>Верните прежний файл и продолжите этот импорт. Или уберите импорт и откройте файл заново без отправленных строк: какие это, видно по кнопке «Показать отправки».</translation>
    </message>
    <message>
        <source>{name} has other content now.</source>
        <translation>Файл {name} изменился.</translation>
    </message>
    <message>
        <source>Other rows may stand in it: look at it once more.</source>
        <translation>В нём могут быть другие строки: откройте его заново.</translation>
    </message>
    <message>
        <source>{name} has no sheet {number} any more.</source>
        <translation>В файле {name} больше нет листа {number}.</translation>
    </message>
    <message>
        <source>Put the sheet back, or choose the file anew.</source>
        <translation>Верните лист в файл или выберите файл заново.</translation>
    </message>
    <message>
        <source>The file has “{was}”, emptied.</source>
        <translation>В файле «{was}», очищено.</translation>
    </message>
    <message>
        <source>Corrected to “{right}”.</source>
        <translation>Исправлено на «{right}».</translation>
    </message>
    <message>
        <source>The file has “{was}”, corrected to “{right}”.</source>
        <translation>В файле «{was}», исправлено на «{right}».</translation>
    </message>
    <message>
        <source>The message says “{title}”: that is another meaning than the given one.</source>
        <translation>В сообщении написано «{title}», а импорт запущен как другой.</translation>
    </message>
    <message>
        <source>Name the meaning of the message, or delete that line from it.</source>
        <translation>Укажите в --as то, что написано в сообщении, или удалите из него эту строку.</translation>
    </message>
</context>
<context>
    <name>ImportCheckModel</name>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Prices are not sent with pieces: they are kept for products that are created.</source>
        <translation>Цены вместе с количеством не отправляются: они нужны только новым товарам.</translation>
    </message>
    <message>
        <source>Not among the products; it is left out unless you have it created.</source>
        <translation>Нет среди товаров: строка будет пропущена, если не отметить «Создать».</translation>
    </message>
    <message>
        <source>Not among the products; it is left out.</source>
        <translation>Нет среди товаров: строка будет пропущена.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>Уже так.</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>pasted {moment}</source>
        <translation>вставлено {moment}</translation>
    </message>
</context>
<context>
    <name>ImportHistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Что в файле</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что получилось</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>The file does not say for sure what it means.</source>
        <translation>Из файла неясно, что он означает.</translation>
    </message>
    <message>
        <source>delivered {count}</source>
        <translation>доставлено {count}</translation>
    </message>
    <message>
        <source>rejected {count}</source>
        <translation>отклонено {count}</translation>
    </message>
    <message>
        <source>no answer {count}</source>
        <translation>нет ответа {count}</translation>
    </message>
    <message>
        <source>waiting {count}</source>
        <translation>ждут {count}</translation>
    </message>
    <message>
        <source>not sent {count}</source>
        <translation>не отправлено {count}</translation>
    </message>
    <message>
        <source>rows left out {count}</source>
        <translation>пропущено строк {count}</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Stopped. Nothing was sent.</source>
        <translation>Остановлено. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← Назад</translation>
    </message>
    <message>
        <source>Next →</source>
        <translation>Дальше →</translation>
    </message>
    <message>
        <source>Columns →</source>
        <translation>К столбцам →</translation>
    </message>
    <message>
        <source>Check →</source>
        <translation>Проверить →</translation>
    </message>
    <message>
        <source>To the sending →</source>
        <translation>К отправке →</translation>
    </message>
    <message>
        <source>New import</source>
        <translation>Новый импорт</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message numerus="yes">
        <source>Send %n delivery(ies)</source>
        <translation>
            <numerusform>Отправить %n действие</numerusform>
            <numerusform>Отправить %n действия</numerusform>
            <numerusform>Отправить %n действий</numerusform>
        </translation>
    </message>
    <message>
        <source>Say above what to do with the hidden rows.</source>
        <translation>Укажите вверху, брать ли скрытые строки.</translation>
    </message>
    <message>
        <source>Say above what to do with what is struck out.</source>
        <translation>Укажите вверху, брать ли зачёркнутое.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are ready</source>
        <translation>
            <numerusform>%n строка готова</numerusform>
            <numerusform>%n строки готовы</numerusform>
            <numerusform>%n строк готово</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to send</source>
        <translation>Отправлять нечего</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n товар</numerusform>
            <numerusform>%n товара</numerusform>
            <numerusform>%n товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors will be left out</source>
        <translation>
            <numerusform>%n строка с ошибками будет пропущена</numerusform>
            <numerusform>%n строки с ошибками будут пропущены</numerusform>
            <numerusform>%n строк с ошибками будет пропущено</numerusform>
        </translation>
    </message>
    <message>
        <source>the prices in the file are not sent</source>
        <translation>цены из файла не отправляются</translation>
    </message>
    <message>
        <source>sheet «{name}»</source>
        <translation>лист «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Queueing…</source>
        <translation>Ставим в очередь…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открываем…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>It stays among the earlier imports</source>
        <translation>Останется в прошлых импортах</translation>
    </message>
    <message>
        <source>Save the rows with errors…</source>
        <translation>Сохранить строки с ошибками…</translation>
    </message>
    <message numerus="yes">
        <source>The stock changed meanwhile, and with it %n delivery(ies): look at what is marked, then send it.</source>
        <translation>
            <numerusform>Остатки тем временем изменились, а с ними %n отправка. Проверьте отмеченное и отправьте.</numerusform>
            <numerusform>Остатки тем временем изменились, а с ними %n отправки. Проверьте отмеченное и отправьте.</numerusform>
            <numerusform>Остатки тем временем изменились, а с ними %n отправок. Проверьте отмеченное и отправьте.</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures changed meanwhile: look again, then send it.</source>
        <translation>Данные тем временем изменились: посмотрите ещё раз и отправьте.</translation>
    </message>
    <message>
        <source>Imported already</source>
        <translation>Уже импортирован</translation>
    </message>
    <message>
        <source>Import it anyway</source>
        <translation>Импортировать ещё раз</translation>
    </message>
    <message>
        <source>It is not sent again yet. Do that only if all of it happened a second time.</source>
        <translation>Второй раз пока ничего не отправлено. Отправляйте, только если всё это действительно произошло ещё раз.</translation>
    </message>
    <message>
        <source>{file} errors</source>
        <translation>{file} ошибки</translation>
    </message>
    <message>
        <source>Save the rows with errors</source>
        <translation>Сохранить строки с ошибками</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>Сохранена %n строка.</numerusform>
            <numerusform>Сохранены %n строки.</numerusform>
            <numerusform>Сохранено %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSampleModel</name>
    <message>
        <source>{row}, hidden</source>
        <translation>{row}, скрыта</translation>
    </message>
    <message>
        <source>The row is hidden or filtered out in the file.</source>
        <translation>Строка в файле скрыта или отфильтрована.</translation>
    </message>
    <message>
        <source>{row}, struck out</source>
        <translation>{row}, зачёркнута</translation>
    </message>
    <message>
        <source>Something is struck out in this row.</source>
        <translation>В этой строке что-то зачёркнуто.</translation>
    </message>
</context>
<context>
    <name>ImportSteps</name>
    <message>
        <source>{name}: done</source>
        <translation>{name}: готово</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Receipts: the pieces came</source>
        <translation>Поступление: товар пришёл</translation>
    </message>
    <message>
        <source>Sold: the pieces were sold here</source>
        <translation>Продажа: товар продан здесь</translation>
    </message>
    <message>
        <source>Cancelled: the sale did not happen</source>
        <translation>Отмена: продажа не состоялась</translation>
    </message>
    <message>
        <source>Returned: customers brought the pieces back</source>
        <translation>Возврат: покупатели вернули товар</translation>
    </message>
    <message>
        <source>Prices: these are the new prices</source>
        <translation>Цены: новые цены товаров</translation>
    </message>
    <message>
        <source>Stock count: so many pieces are there</source>
        <translation>Инвентаризация: столько есть на самом деле</translation>
    </message>
    <message>
        <source>The cabinet's stock: for comparing</source>
        <translation>Остатки кабинета: для сверки</translation>
    </message>
    <message>
        <source>The marketplace's numbers of the products</source>
        <translation>Номера товаров на маркетплейсе</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Поступление</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>По факту</translation>
    </message>
    <message>
        <source>In the cabinet</source>
        <translation>В кабинете</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Product ID of the marketplace</source>
        <translation>Номер товара на маркетплейсе</translation>
    </message>
    <message>
        <source>Size ID of the marketplace</source>
        <translation>Номер размера на маркетплейсе</translation>
    </message>
    <message>
        <source>Pieces of one size</source>
        <translation>Штук одного размера</translation>
    </message>
    <message>
        <source>One of the warehouses</source>
        <translation>Один из складов</translation>
    </message>
    <message>
        <source>All warehouses together</source>
        <translation>Все склады вместе</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Не нужен</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Не отправлен</translation>
    </message>
    <message>
        <source>Sent in part</source>
        <translation>Отправлен частично</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлен</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Убран</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>event {number}</source>
        <translation>событие {number}</translation>
    </message>
    <message>
        <source>file {file}, row {row}, delivery {number}</source>
        <translation>файл {file}, строка {row}, отправка {number}</translation>
    </message>
    <message>
        <source>file {file}, delivery {number}</source>
        <translation>файл {file}, отправка {number}</translation>
    </message>
    <message>
        <source>delivery {number}</source>
        <translation>отправка {number}</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <source>Movements</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>Stock at a moment</source>
        <translation>Остаток на момент</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>Article, title or barcode</source>
        <translation>Артикул, название или штрихкод</translation>
    </message>
    <message>
        <source>Search for products</source>
        <translation>Поиск товаров</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Показать все товары</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Show the product</source>
        <translation>Показать товар</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Момент</translation>
    </message>
    <message>
        <source>At the moment</source>
        <translation>На момент</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Choose another cause or period, or clear the search.</source>
        <translation>Выберите другую причину или период либо очистите поиск.</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s): {then} pcs then, {now} pcs now</source>
        <translation>
            <numerusform>%n размер: тогда {then} шт., сейчас {now} шт.</numerusform>
            <numerusform>%n размера: тогда {then} шт., сейчас {now} шт.</numerusform>
            <numerusform>%n размеров: тогда {then} шт., сейчас {now} шт.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: every stock is the sum of its movements.</source>
        <translation>Проверено: каждый остаток равен сумме своих движений.</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) whose stock is not the sum of the movements: {sizes}</source>
        <translation>
            <numerusform>У %n размера остаток не равен сумме движений: {sizes}</numerusform>
            <numerusform>У %n размеров остаток не равен сумме движений: {sizes}</numerusform>
            <numerusform>У %n размеров остаток не равен сумме движений: {sizes}</numerusform>
        </translation>
    </message>
    <message>
        <source>{article} {size} (stock {here}, sum {moved})</source>
        <translation>{article} {size} (остаток {here}, сумма {moved})</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>остатки</translation>
    </message>
    <message>
        <source>movements</source>
        <translation>движения</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>Сохранена %n строка.</numerusform>
            <numerusform>Сохранены %n строки.</numerusform>
            <numerusform>Сохранено %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerFilters</name>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>С какого момента</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>По какой момент</translation>
    </message>
    <message>
        <source>Nobody (events)</source>
        <translation>Никто (события)</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все люди</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>Все размеры</translation>
    </message>
    <message>
        <source>Every cause</source>
        <translation>Любая причина</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>С … по …</translation>
    </message>
</context>
<context>
    <name>LedgerTableModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Штук</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Откуда</translation>
    </message>
</context>
<context>
    <name>LinkTableModel</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как узнано</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>The marketplace writes “{value}”, here it is {size}.</source>
        <translation>У маркетплейса «{value}», у вас — {size}.</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message numerus="yes">
        <source>%n size(s) of {named} match(es)</source>
        <translation>
            <numerusform>совпал %n размер из {named}</numerusform>
            <numerusform>совпали %n размера из {named}</numerusform>
            <numerusform>совпало %n размеров из {named}</numerusform>
        </translation>
    </message>
    <message>
        <source>no size matches</source>
        <translation>размеры не совпадают</translation>
    </message>
    <message>
        <source>the sizes' numbers match</source>
        <translation>номера размеров совпали</translation>
    </message>
    <message>
        <source>the stock fits</source>
        <translation>остатки подходят</translation>
    </message>
    <message>
        <source>already linked to {numbers}</source>
        <translation>уже привязан к номеру {numbers}</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>почти наверняка</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>вряд ли</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>вероятно</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>возможно</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) will be taken back.</source>
        <translation>
            <numerusform>Будет отменено действие %n события.</numerusform>
            <numerusform>Будет отменено действие %n событий.</numerusform>
            <numerusform>Будет отменено действие %n событий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with the cabinet afterwards: {sizes}. You have sent deliveries since, or the events could be read in several ways, so that what the marketplace has is not certain.</source>
        <translation>После этого сверьте с кабинетом: {sizes}. За это время были ваши отправки или события читались по-разному, поэтому остаток у маркетплейса точно не известен.</translation>
    </message>
    <message>
        <source>The stock here stays as it is.</source>
        <translation>Остаток у вас не изменится.</translation>
    </message>
    <message>
        <source>The stock of {article} here becomes: {changes}.</source>
        <translation>Остаток {article} у вас станет: {changes}.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>chosen by a person</source>
        <translation>выбрано вручную</translation>
    </message>
    <message>
        <source>by the size's number</source>
        <translation>по номеру размера</translation>
    </message>
    <message>
        <source>typed in the product</source>
        <translation>из карточки товара</translation>
    </message>
    <message>
        <source>by its spelling</source>
        <translation>по написанию</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Links</source>
        <translation>Привязки</translation>
    </message>
    <message>
        <source>The marketplace knows your products by numbers of its own. Here is what each number, and each size that it spells otherwise, means for you.</source>
        <translation>У маркетплейса свои номера товаров. Здесь видно, какой ваш товар стоит за каждым номером и какой размер — за каждым иным написанием.</translation>
    </message>
    <message>
        <source>Number, article, title, size or name</source>
        <translation>Номер, артикул, название, размер или имя</translation>
    </message>
    <message>
        <source>Search for links</source>
        <translation>Поиск привязок</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Undo the link…</source>
        <translation>Отменить привязку…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Clear the search or type another word.</source>
        <translation>Очистите поиск или введите другое слово.</translation>
    </message>
    <message>
        <source>No links yet</source>
        <translation>Привязок пока нет</translation>
    </message>
    <message>
        <source>When an event comes from a product that is not known, choose the product on the page Events: the link then stands here.</source>
        <translation>Когда придёт событие о незнакомом товаре, выберите товар на странице «События» — привязка появится здесь.</translation>
    </message>
    <message numerus="yes">
        <source>The link is changed; %n event(s) applied.</source>
        <translation>
            <numerusform>Привязка изменена, применено %n событие.</numerusform>
            <numerusform>Привязка изменена, применены %n события.</numerusform>
            <numerusform>Привязка изменена, применено %n событий.</numerusform>
        </translation>
    </message>
    <message>
        <source>The link is changed.</source>
        <translation>Привязка изменена.</translation>
    </message>
    <message>
        <source>Its events wait until you choose a product for number {id} again.</source>
        <translation>События будут ждать, пока вы снова не выберете товар для номера {id}.</translation>
    </message>
    <message>
        <source>Its events wait until you choose a size for “{size}” again.</source>
        <translation>События будут ждать, пока вы снова не выберете размер для «{size}».</translation>
    </message>
    <message>
        <source>Undo the link</source>
        <translation>Отменить привязку</translation>
    </message>
    <message>
        <source>The link is undone. Its events stand on the page Events and wait.</source>
        <translation>Привязка отменена. События ждут на странице «События».</translation>
    </message>
</context>
<context>
    <name>Listener</name>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Порт — число от 1 до 65535.</translation>
    </message>
    <message>
        <source>8787 is a good choice.</source>
        <translation>Подойдёт 8787.</translation>
    </message>
    <message>
        <source>“{host}” is not an address of a computer.</source>
        <translation>«{host}» — это не адрес компьютера.</translation>
    </message>
    <message>
        <source>127.0.0.1 is heard on this computer only, 0.0.0.0 in every network it is in.</source>
        <translation>127.0.0.1 доступен только с этого компьютера, 0.0.0.0 — из всех его сетей.</translation>
    </message>
    <message>
        <source>The public address is not a web address.</source>
        <translation>Внешний адрес — это не веб-адрес.</translation>
    </message>
    <message>
        <source>It begins with https://. Leave it empty where there is none.</source>
        <translation>Он начинается с https://. Если его нет, оставьте поле пустым.</translation>
    </message>
    <message>
        <source>“{wrong}” is not an address and not a network.</source>
        <translation>«{wrong}» — это не адрес и не сеть.</translation>
    </message>
    <message>
        <source>Write them as 203.0.113.7 or 203.0.113.0/24, parted by commas.</source>
        <translation>Пишите так: 203.0.113.7 или 203.0.113.0/24, через запятую.</translation>
    </message>
    <message>
        <source>This computer has no address {host} now.</source>
        <translation>У этого компьютера сейчас нет адреса {host}.</translation>
    </message>
    <message>
        <source>Choose another one in Settings, Receiving; 127.0.0.1 is always there.</source>
        <translation>Выберите другой в разделе «Настройки» → «Приём событий»; 127.0.0.1 есть всегда.</translation>
    </message>
    <message>
        <source>Polka is stopping, so this event was not kept.</source>
        <translation>«Полка» закрывается, поэтому это событие не сохранено.</translation>
    </message>
    <message>
        <source>The sender may try again.</source>
        <translation>Отправитель может повторить.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>Не удаётся прочитать файл {path}.</translation>
    </message>
    <message>
        <source>Check that it is there and that Polka may read it.</source>
        <translation>Проверьте, что он на месте и что «Полка» может его прочитать.</translation>
    </message>
    <message>
        <source>Choose other files, or leave both fields empty.</source>
        <translation>Выберите другие файлы или оставьте оба поля пустыми.</translation>
    </message>
    <message>
        <source>The key does not belong to this certificate.</source>
        <translation>Ключ не подходит к этому сертификату.</translation>
    </message>
    <message>
        <source>The key is locked with a password; Polka needs it without one.</source>
        <translation>Ключ защищён паролем, а «Полке» нужен ключ без пароля.</translation>
    </message>
    <message>
        <source>These files are not a certificate and its key in PEM form.</source>
        <translation>Эти файлы — не сертификат и ключ в формате PEM.</translation>
    </message>
    <message>
        <source>The certificate is not fit for a server.</source>
        <translation>Этот сертификат не годится для сервера.</translation>
    </message>
    <message>
        <source>The certificate has expired.</source>
        <translation>Срок действия сертификата истёк.</translation>
    </message>
    <message>
        <source>The certificate is not valid yet.</source>
        <translation>Срок действия сертификата ещё не начался.</translation>
    </message>
    <message>
        <source>Events are not taken: the secret to check senders with is missing.</source>
        <translation>События не принимаются: нет секрета, чтобы проверять отправителя.</translation>
    </message>
    <message>
        <source>Enter it in Settings, Receiving events, or switch the check off.</source>
        <translation>Введите его в разделе «Настройки» → «Приём событий» или отключите проверку.</translation>
    </message>
    <message>
        <source>The signing secret is not whole.</source>
        <translation>Секрет подписи введён не полностью.</translation>
    </message>
    <message>
        <source>It begins with whsec_ and has at least 32 letters and digits after it.</source>
        <translation>Он начинается с whsec_, дальше не меньше 32 букв и цифр.</translation>
    </message>
</context>
<context>
    <name>ListenerCard</name>
    <message>
        <source>Copy address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Receiving is off</source>
        <translation>Приём выключен</translation>
    </message>
    <message>
        <source>Online sales and returns do not arrive here.</source>
        <translation>Продажи и возвраты онлайн сюда не приходят.</translation>
    </message>
    <message>
        <source>Receiving does not work</source>
        <translation>Приём не работает</translation>
    </message>
    <message>
        <source>Receiving is on</source>
        <translation>Приём включён</translation>
    </message>
    <message>
        <source>Receiving is on, but events are refused</source>
        <translation>Приём включён, но события отклоняются</translation>
    </message>
    <message>
        <source>Receiving is on, but not reached from outside</source>
        <translation>Приём включён, но снаружи недоступен</translation>
    </message>
    <message>
        <source>Receiving is on, but nothing has come for long</source>
        <translation>Приём включён, но давно ничего не приходит</translation>
    </message>
    <message>
        <source>Enter this address in the cabinet: {address}</source>
        <translation>Укажите этот адрес в личном кабинете: {address}</translation>
    </message>
</context>
<context>
    <name>LiveTail</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <translation>
            <numerusform>↑ %n новое</numerusform>
            <numerusform>↑ %n новых</numerusform>
            <numerusform>↑ %n новых</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookTab</name>
    <message>
        <source>Colours</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>Typed on the page Products; review it and send it.</source>
        <translation>Вписано на странице «Товары»: проверьте и отправьте.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Polka</source>
        <translation>Полка</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) wait(s) for you</source>
        <translation>
            <numerusform>%n отправка ждёт вас</numerusform>
            <numerusform>%n отправки ждут вас</numerusform>
            <numerusform>%n отправок ждут вас</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not recognised: choose the product</source>
        <translation>
            <numerusform>%n событие не опознано: выберите товар</numerusform>
            <numerusform>%n события не опознаны: выберите товар</numerusform>
            <numerusform>%n событий не опознано: выберите товар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) since you looked</source>
        <translation>
            <numerusform>%n новое событие с прошлого просмотра</numerusform>
            <numerusform>%n новых события с прошлого просмотра</numerusform>
            <numerusform>%n новых событий с прошлого просмотра</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) prepared from the watched folder</source>
        <translation>
            <numerusform>%n импорт подготовлен из папки</numerusform>
            <numerusform>%n импорта подготовлены из папки</numerusform>
            <numerusform>%n импортов подготовлено из папки</numerusform>
        </translation>
    </message>
    <message>
        <source>Prepared for import from the watched folder: {name}. Look at it and send it.</source>
        <translation>Из папки подготовлено к импорту: {name}. Проверьте и отправьте.</translation>
    </message>
    <message numerus="yes">
        <source>%n imports prepared from the watched folder. Look at them and send them.</source>
        <translation>
            <numerusform>Из папки подготовлен %n импорт. Проверьте и отправьте.</numerusform>
            <numerusform>Из папки подготовлено %n импорта. Проверьте и отправьте.</numerusform>
            <numerusform>Из папки подготовлено %n импортов. Проверьте и отправьте.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Проверить</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Newcomers</name>
    <message numerus="yes">
        <source>Create %n new product(s)</source>
        <translation>
            <numerusform>Создать %n новый товар</numerusform>
            <numerusform>Создать %n новых товара</numerusform>
            <numerusform>Создать %n новых товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are not among the products</source>
        <translation>
            <numerusform>%n артикула нет среди товаров</numerusform>
            <numerusform>%n артикулов нет среди товаров</numerusform>
            <numerusform>%n артикулов нет среди товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n new size(s)</source>
        <translation>
            <numerusform>Создать %n новый размер</numerusform>
            <numerusform>Создать %n новых размера</numerusform>
            <numerusform>Создать %n новых размеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) are not among the products'</source>
        <translation>
            <numerusform>%n размера нет у товаров</numerusform>
            <numerusform>%n размеров нет у товаров</numerusform>
            <numerusform>%n размеров нет у товаров</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Look for a part of the article, of the title, or for a barcode.</source>
        <translation>Ищите по части артикула или названия либо по штрихкоду.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Nothing needs a look</source>
        <translation>Всё в порядке</translation>
    </message>
    <message>
        <source>Where the marketplace's stock is known, it is the same as yours.</source>
        <translation>Там, где остаток на маркетплейсе известен, он совпадает с вашим.</translation>
    </message>
    <message>
        <source>Nothing runs low</source>
        <translation>Ничего не заканчивается</translation>
    </message>
    <message>
        <source>Every size has stock.</source>
        <translation>Все размеры есть в наличии.</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Правок нет</translation>
    </message>
    <message>
        <source>What you type is gathered here until it is sent.</source>
        <translation>Здесь собирается всё, что вписано и ещё не отправлено.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>{article} {size}: the stock is {here}</source>
        <translation>{article} {size}: остаток {here}</translation>
    </message>
    <message>
        <source>{article} {size}, {pieces} pcs, {here} left</source>
        <translation>{article} {size}, {pieces} шт., осталось {here}</translation>
    </message>
    <message>
        <source>{article} {size}, {here} left</source>
        <translation>{article} {size}, осталось {here}</translation>
    </message>
    <message>
        <source>{article}, {action}: check in the cabinet whether it arrived</source>
        <translation>{article}, {action}: посмотрите в кабинете, дошло ли</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Also: {title}</source>
        <translation>Ещё: {title}</translation>
    </message>
    <message>
        <source>Sending has stopped</source>
        <translation>Отправка остановилась</translation>
    </message>
    <message>
        <source>Events do not come in</source>
        <translation>События не приходят</translation>
    </message>
    <message>
        <source>Sold more than there is</source>
        <translation>Продано больше, чем есть</translation>
    </message>
    <message numerus="yes">
        <source>%n online sale(s) of what is not there</source>
        <translation>
            <numerusform>%n продажа онлайн сверх остатка</numerusform>
            <numerusform>%n продажи онлайн сверх остатка</numerusform>
            <numerusform>%n продаж онлайн сверх остатка</numerusform>
        </translation>
    </message>
    <message>
        <source>The marketplace has not answered</source>
        <translation>Маркетплейс не ответил</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) without an answer</source>
        <translation>
            <numerusform>%n отправка без ответа</numerusform>
            <numerusform>%n отправки без ответа</numerusform>
            <numerusform>%n отправок без ответа</numerusform>
        </translation>
    </message>
    <message>
        <source>Online sale</source>
        <translation>Продажа онлайн</translation>
    </message>
    <message numerus="yes">
        <source>%n online sale(s)</source>
        <translation>
            <numerusform>%n продажа онлайн</numerusform>
            <numerusform>%n продажи онлайн</numerusform>
            <numerusform>%n продаж онлайн</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 дней</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>За какое время</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>Every change of stock, and the stock at any past moment</source>
        <translation>Все изменения остатков и остаток на любой прошлый момент</translation>
    </message>
    <message>
        <source>Pieces that the marketplace sold. Show the movements.</source>
        <translation>Сколько штук продал маркетплейс. Нажмите, чтобы увидеть движения.</translation>
    </message>
    <message>
        <source>Pieces sold at the counter, without what was taken back. Show the movements.</source>
        <translation>Сколько штук продано в магазине, без отменённых отправок. Нажмите, чтобы увидеть движения.</translation>
    </message>
    <message>
        <source>Returns online, and returns and cancellations here. Show the movements.</source>
        <translation>Возвраты онлайн, а также возвраты и отмены в магазине. Нажмите, чтобы увидеть движения.</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>шт.</translation>
    </message>
</context>
<context>
    <name>PartsModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
</context>
<context>
    <name>PastStockModel</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Stock then</source>
        <translation>Остаток тогда</translation>
    </message>
    <message>
        <source>Stock now</source>
        <translation>Остаток сейчас</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
</context>
<context>
    <name>PauseStrip</name>
    <message>
        <source>Resume</source>
        <translation>Возобновить</translation>
    </message>
    <message>
        <source>To the settings</source>
        <translation>В настройки</translation>
    </message>
</context>
<context>
    <name>PendingBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n правка</numerusform>
            <numerusform>%n правки</numerusform>
            <numerusform>%n правок</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Отправлять нечего</translation>
    </message>
    <message numerus="yes">
        <source>in %n product(s)</source>
        <translation>
            <numerusform>в %n товаре</numerusform>
            <numerusform>в %n товарах</numerusform>
            <numerusform>в %n товарах</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo edit</source>
        <translation>Отменить правку</translation>
    </message>
    <message>
        <source>Undo the last edit (Ctrl+Z)</source>
        <translation>Отменить последнюю правку (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить все</translation>
    </message>
    <message>
        <source>Take all edits away; they can be undone</source>
        <translation>Убрать все правки; это можно отменить</translation>
    </message>
    <message>
        <source>Review and send →</source>
        <translation>Проверить и отправить →</translation>
    </message>
    <message>
        <source>See everything in words before it is sent (Ctrl+Enter)</source>
        <translation>Посмотреть всё словами перед отправкой (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>По какой день</translation>
    </message>
</context>
<context>
    <name>PlacesQuestion</name>
    <message>
        <source>The pieces stand apart for {names}, and as a total. What counts?</source>
        <translation>Количество указано отдельно ({names}) и итогом. Что брать?</translation>
    </message>
    <message>
        <source>The column «{name}»</source>
        <translation>Столбец «{name}»</translation>
    </message>
    <message>
        <source>The sum of the others</source>
        <translation>Сумму по складам</translation>
    </message>
</context>
<context>
    <name>PlannedModel</name>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Штук</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Changed: {changes}</source>
        <translation>Изменилось: {changes}</translation>
    </message>
</context>
<context>
    <name>PolkaWindow</name>
    <message>
        <source>Polka</source>
        <translation>Полка</translation>
    </message>
    <message>
        <source>Something went wrong inside Polka. Your data are safe; you can go on.</source>
        <translation>В «Полке» произошла ошибка. Данные целы, можно продолжать.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>What the file means</source>
        <translation>Что в файле</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Другой файл</translation>
    </message>
    <message>
        <source>Turn the table</source>
        <translation>Повернуть таблицу</translation>
    </message>
    <message>
        <source>Make a table of the message</source>
        <translation>Разобрать как сообщение</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Таблица {number}</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name} (скрыт)</translation>
    </message>
    <message>
        <source>This file was imported already: {when}, {who}, {meaning}. Go on only if all of it happened a second time.</source>
        <translation>Этот файл уже импортировали: {when}, {who}, {meaning}. Продолжайте, только если всё это произошло ещё раз.</translation>
    </message>
    <message>
        <source>Only one sheet is imported. These look like goods as well: {sheets}.</source>
        <translation>Импортируется только один лист. Похоже, товары есть и на других: {sheets}.</translation>
    </message>
    <message>
        <source>Products stand side by side here, and their sizes below each other. Turn the table.</source>
        <translation>Товары здесь стоят в столбцах, а размеры — в строках. Поверните таблицу.</translation>
    </message>
    <message>
        <source>This is no table but a message: its lines name articles, sizes and pieces. Make a table of it: beside each line you will see what was understood.</source>
        <translation>Похоже, это не таблица, а сообщение: в строках — артикулы, размеры и количества. Разберите его — и рядом с каждой строкой увидите, что из неё вышло.</translation>
    </message>
    <message>
        <source>This file came back from an import: only its rows that are left to do are taken.</source>
        <translation>Это файл с результатами прошлого импорта: будут взяты только строки, которые тогда не прошли.</translation>
    </message>
    <message>
        <source>This file seems to mean something else than the last one with these headings. Please choose above.</source>
        <translation>Похоже, этот файл о другом, чем прошлый с такими же заголовками. Выберите выше, что в нём.</translation>
    </message>
    <message>
        <source>The file does not say for sure what it means. Please choose above.</source>
        <translation>Из файла неясно, что он означает. Выберите выше, что в нём.</translation>
    </message>
    <message>
        <source>The file was changed since you looked at it. This is in it now: check it, then go on.</source>
        <translation>С тех пор как вы смотрели этот файл, он изменился. Ниже то, что в нём теперь: проверьте и продолжайте.</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) of yours are dropped: other rows may stand in their places now.</source>
        <translation>
            <numerusform>Отменена %n правка: на её месте теперь может стоять другая строка.</numerusform>
            <numerusform>Отменены %n правки: на их местах теперь могут стоять другие строки.</numerusform>
            <numerusform>Отменено %n правок: на их местах теперь могут стоять другие строки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n formula(s) have no result in the file. Open it in Excel and save it.</source>
        <translation>
            <numerusform>У %n формулы в файле нет результата. Откройте файл в Excel и сохраните.</numerusform>
            <numerusform>У %n формул в файле нет результата. Откройте файл в Excel и сохраните.</numerusform>
            <numerusform>У %n формул в файле нет результата. Откройте файл в Excel и сохраните.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>Number {number} belongs to {article} already.</source>
        <translation>Номер {number} уже привязан к товару {article}.</translation>
    </message>
    <message>
        <source>Change it in Links, on the page Events: its events then move, too.</source>
        <translation>Измените это в «Привязках» на странице «События»: вместе с номером перейдут и его события.</translation>
    </message>
    <message>
        <source>The article has 1 to 200 characters.</source>
        <translation>В артикуле от 1 до 200 знаков.</translation>
    </message>
    <message>
        <source>Every product has at least one size, each with a name.</source>
        <translation>У товара есть хотя бы один размер, и у каждого есть название.</translation>
    </message>
    <message>
        <source>A size is in the list twice.</source>
        <translation>Один размер указан дважды.</translation>
    </message>
    <message>
        <source>A stock cannot be below zero.</source>
        <translation>Остаток не бывает меньше нуля.</translation>
    </message>
    <message>
        <source>There is a product with the article {article} already.</source>
        <translation>Товар с артикулом {article} уже есть.</translation>
    </message>
    <message>
        <source>Find it in the table, or type another article.</source>
        <translation>Найдите его в таблице или впишите другой артикул.</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>Исправьте и сохраните снова.</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>As in the cabinet: SS21CA2N</source>
        <translation>Как в кабинете: SS21CA2N</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Бренд</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Marketplace's number</source>
        <translation>Номер на маркетплейсе</translation>
    </message>
    <message>
        <source>The “id” in its events, if you know it. It can be chosen later.</source>
        <translation>Число «id» из событий, если знаете. Можно выбрать и потом.</translation>
    </message>
    <message>
        <source>The marketplace has this stock already</source>
        <translation>Маркетплейс уже знает этот остаток</translation>
    </message>
    <message>
        <source>Tell the marketplace: send as receipts</source>
        <translation>Сообщить маркетплейсу: отправить как поступление</translation>
    </message>
    <message>
        <source>What is in stock now</source>
        <translation>Остаток сейчас</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Type the article.</source>
        <translation>Впишите артикул.</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Stock in 30 days</source>
        <translation>Остаток за 30 дней</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Last delivery</source>
        <translation>Последняя отправка</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>Движений пока не было.</translation>
    </message>
    <message>
        <source>Links…</source>
        <translation>Привязки…</translation>
    </message>
    <message>
        <source>All movements…</source>
        <translation>Все движения…</translation>
    </message>
    <message>
        <source>How many there are is not known: type receipts, or reconcile.</source>
        <translation>Сколько штук есть, неизвестно: введите поступление или проведите сверку.</translation>
    </message>
    <message>
        <source>ID {number}</source>
        <translation>ID {number}</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не указана</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} мс</translation>
    </message>
</context>
<context>
    <name>ProductsHeader</name>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Article, title or barcode</source>
        <translation>Артикул, название или штрихкод</translation>
    </message>
    <message>
        <source>Search for products</source>
        <translation>Поиск товаров</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Мало</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменённые</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Which products to show</source>
        <translation>Какие товары показать</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>Что произошло:</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Save the products shown as a table for Excel</source>
        <translation>Сохранить показанные товары таблицей для Excel</translation>
    </message>
    <message>
        <source>Reconcile…</source>
        <translation>Сверка…</translation>
    </message>
    <message>
        <source>Compare the products shown with the marketplace's cabinet</source>
        <translation>Сверить показанные товары с кабинетом маркетплейса</translation>
    </message>
    <message>
        <source>+ Product</source>
        <translation>+ Товар</translation>
    </message>
    <message>
        <source>Add a product (Ctrl+N)</source>
        <translation>Добавить товар (Ctrl+N)</translation>
    </message>
    <message>
        <source>Type the price into the column “New price”</source>
        <translation>Впишите цену в столбец «Новая цена»</translation>
    </message>
    <message>
        <source>Type the quantity into the column “Qty”</source>
        <translation>Впишите количество в столбец «Кол-во»</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Товаров пока нет</translation>
    </message>
    <message>
        <source>Add your first product with its sizes. Then type what arrives and what is sold.</source>
        <translation>Добавьте первый товар с размерами. Потом вписывайте, что поступило и что продано.</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>All edits are taken away.</source>
        <translation>Все правки убраны.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) on the way to the marketplace.</source>
        <translation>
            <numerusform>%n действие поставлено в очередь на отправку.</numerusform>
            <numerusform>%n действия поставлены в очередь на отправку.</numerusform>
            <numerusform>%n действий поставлены в очередь на отправку.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details and what to do</source>
        <translation>Подробности и что делать</translation>
    </message>
    <message>
        <source>Movements…</source>
        <translation>Движения…</translation>
    </message>
    <message>
        <source>products</source>
        <translation>товары</translation>
    </message>
    <message>
        <source>Open deliveries</source>
        <translation>Открыть «Отправку»</translation>
    </message>
    <message>
        <source>There is no edit to undo. What was sent stands in Deliveries.</source>
        <translation>Отменять нечего: правок нет. Отправленное смотрите в «Отправке».</translation>
    </message>
    <message>
        <source>{article} is out of the table; its history stays.</source>
        <translation>{article} убран из таблицы; его история сохранена.</translation>
    </message>
    <message>
        <source>Change the product and its sizes…</source>
        <translation>Изменить товар и размеры…</translation>
    </message>
    <message>
        <source>Remove the product</source>
        <translation>Убрать товар</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) saved.</source>
        <translation>
            <numerusform>Сохранён %n размер.</numerusform>
            <numerusform>Сохранено %n размера.</numerusform>
            <numerusform>Сохранено %n размеров.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливаем…</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>A test event is on its way…</source>
        <translation>Пробное событие отправлено, ждём…</translation>
    </message>
    <message>
        <source>The test event came through in {milliseconds} ms.</source>
        <translation>Пробное событие дошло за {milliseconds} мс.</translation>
    </message>
    <message>
        <source>The test event came in, but no answer got back. The marketplace may send its events twice.</source>
        <translation>Пробное событие дошло, но ответ не вернулся. Маркетплейс может присылать события повторно.</translation>
    </message>
    <message>
        <source>The test event came in, but the answer outside was {status}. The marketplace may send its events twice; check the server in front.</source>
        <translation>Пробное событие дошло, но снаружи виден ответ {status}. Маркетплейс может присылать события повторно; проверьте сервер перед «Полкой».</translation>
    </message>
    <message>
        <source>The address answers, but it is not this Polka: the test event did not come in here. Check where the tunnel or the server in front leads.</source>
        <translation>Адрес отвечает, но это не эта «Полка»: пробное событие сюда не пришло. Проверьте, куда ведёт туннель или сервер перед ней.</translation>
    </message>
    <message>
        <source>The address answers with refusal {status}; the test event did not come in. Check the server in front.</source>
        <translation>Адрес ответил отказом {status}, пробное событие не дошло. Проверьте сервер перед «Полкой».</translation>
    </message>
    <message>
        <source>The address answers with 404: there is no Polka behind it, or the server in front changes the path.</source>
        <translation>Адрес ответил 404: за ним нет «Полки», или сервер перед ней меняет путь.</translation>
    </message>
    <message>
        <source>The server in front answers, but does not reach Polka (502). Check the port that it passes requests to.</source>
        <translation>Сервер перед «Полкой» отвечает, но до неё не достучался (502). Проверьте, на какой порт он передаёт запросы.</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Check the tunnel, the server in front and the network.</source>
        <translation>По этому адресу никто не отвечает. Проверьте туннель, сервер перед «Полкой» и сеть.</translation>
    </message>
    <message>
        <source>The address did not answer in time. Check the tunnel and the network.</source>
        <translation>Адрес не ответил вовремя. Проверьте туннель и сеть.</translation>
    </message>
    <message>
        <source>The name of this address was not found. Check its spelling, and whether the internet works.</source>
        <translation>Имя из этого адреса не найдено. Проверьте, как оно написано и работает ли интернет.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted, so the marketplace will not trust it either.</source>
        <translation>Сертификату по этому адресу нет доверия, значит, и маркетплейс ему не поверит.</translation>
    </message>
    <message>
        <source>This network's proxy did not let the test event out.</source>
        <translation>Прокси этой сети не выпустил пробное событие.</translation>
    </message>
</context>
<context>
    <name>ReachLine</name>
    <message>
        <source>There is no public address. Enter it below and save, then check it.</source>
        <translation>Внешнего адреса нет. Впишите его ниже, сохраните и проверьте.</translation>
    </message>
    <message>
        <source>Receiving has to be on and working first.</source>
        <translation>Сначала приём должен быть включён и работать.</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>Проверить адрес</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Доступен</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Недоступен</translation>
    </message>
    <message>
        <source>{words} Checked: {time}.</source>
        <translation>{words} Проверено: {time}.</translation>
    </message>
</context>
<context>
    <name>ReadingChoice</name>
    <message>
        <source>Which is true? The likeliest is first.</source>
        <translation>Как было на самом деле? Самое вероятное — первым.</translation>
    </message>
    <message>
        <source>Whose figure is right?</source>
        <translation>Чей остаток верный?</translation>
    </message>
    <message>
        <source>Stock {here}; correct the marketplace’s {there}</source>
        <translation>Верно {here}; исправить {there} на маркетплейсе</translation>
    </message>
    <message>
        <source>A correction is prepared on the page Products: review it and send it.</source>
        <translation>На странице «Товары» появится исправление: проверьте его и отправьте.</translation>
    </message>
    <message>
        <source>Stock {here}, at the marketplace {there}</source>
        <translation>Остаток {here}, на маркетплейсе {there}</translation>
    </message>
    <message>
        <source>Keep just this reading. Reconcile the size if it turns out wrong.</source>
        <translation>Оставить только этот вариант. Если окажется, что он неверный, сверьте размер.</translation>
    </message>
</context>
<context>
    <name>ReadingQuestions</name>
    <message>
        <source>{was} is</source>
        <translation>{was} — это</translation>
    </message>
    <message>
        <source>Column «{name}»: how much is {was}?</source>
        <translation>Столбец «{name}»: {was} — это сколько?</translation>
    </message>
</context>
<context>
    <name>ReceivingTab</name>
    <message>
        <source>Receive events (online sales and returns)</source>
        <translation>Принимать события (продажи и возвраты онлайн)</translation>
    </message>
    <message>
        <source>Listens on</source>
        <translation>Принимать на адресе</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Внешний адрес</translation>
    </message>
    <message>
        <source>Largest event, MiB</source>
        <translation>Предельный размер события, МиБ</translation>
    </message>
    <message>
        <source>Say so when nothing comes for, hours</source>
        <translation>Сообщать о тишине через, ч</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>https://… if it is reached from outside</source>
        <translation>https://…, если доступ снаружи</translation>
    </message>
    <message>
        <source>Address for the cabinet</source>
        <translation>Адрес для личного кабинета</translation>
    </message>
    <message>
        <source>127.0.0.1 is heard on this computer only. For the marketplace to reach it, a tunnel or a server in front has to pass requests on; enter its address as public address.</source>
        <translation>127.0.0.1 доступен только с этого компьютера. Чтобы события маркетплейса доходили, запросы сюда должен передавать туннель или сервер; впишите его адрес как внешний.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>New secret address…</source>
        <translation>Новый секретный адрес…</translation>
    </message>
    <message>
        <source>Who may send: token, signature, addresses, certificate</source>
        <translation>Кто может присылать: токен, подпись, адреса, сертификат</translation>
    </message>
    <message>
        <source>Use a free port</source>
        <translation>Взять свободный порт</translation>
    </message>
    <message>
        <source>Saved at {time}.</source>
        <translation>Сохранено в {time}.</translation>
    </message>
    <message>
        <source>New secret address</source>
        <translation>Новый секретный адрес</translation>
    </message>
    <message>
        <source>The old address stops working. Enter the new one in the cabinet afterwards.</source>
        <translation>Старый адрес перестанет работать. После этого укажите новый в личном кабинете.</translation>
    </message>
</context>
<context>
    <name>ReconcileDialog</name>
    <message>
        <source>Reconcile with the cabinet</source>
        <translation>Сверка с кабинетом</translation>
    </message>
    <message>
        <source>Type what the cabinet shows now, or paste a column of it. For each difference say who is right. Rows that you leave empty stay as they are.</source>
        <translation>Впишите остатки, которые сейчас показывает кабинет, или вставьте их столбцом. Для каждой разницы отметьте, кто прав. Пустые строки останутся как есть.</translation>
    </message>
    <message>
        <source>Reading the stock…</source>
        <translation>Читаем остатки…</translation>
    </message>
    <message>
        <source>Our stock follows the cabinet (Alt+1).</source>
        <translation>Остаток здесь станет как в кабинете (Alt+1).</translation>
    </message>
    <message>
        <source>Cabinet is right</source>
        <translation>Прав кабинет</translation>
    </message>
    <message>
        <source>We are right</source>
        <translation>Правы мы</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>A correction is prepared for the marketplace (Alt+2). It goes after the review.</source>
        <translation>Для маркетплейса готовится исправление (Alt+2). Оно уйдёт после проверки.</translation>
    </message>
    <message>
        <source>Nothing is done about the difference (Alt+3).</source>
        <translation>С разницей ничего не делать (Alt+3).</translation>
    </message>
    <message>
        <source>For the chosen rows (Ctrl+A: all); where none of them has a difference, for all that are open.</source>
        <translation>Для выбранных строк (Ctrl+A — все); если среди них нет расхождений, для всех нерешённых.</translation>
    </message>
    <message numerus="yes">
        <source>The stock of %n typed row(s) has changed meanwhile.</source>
        <translation>
            <numerusform>Остаток %n заполненной строки тем временем изменился.</numerusform>
            <numerusform>Остатки %n заполненных строк тем временем изменились.</numerusform>
            <numerusform>Остатки %n заполненных строк тем временем изменились.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cabinet is right: %n row(s)</source>
        <translation>
            <numerusform>Прав кабинет: %n строка</numerusform>
            <numerusform>Прав кабинет: %n строки</numerusform>
            <numerusform>Прав кабинет: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We are right: %n row(s)</source>
        <translation>
            <numerusform>Правы мы: %n строка</numerusform>
            <numerusform>Правы мы: %n строки</numerusform>
            <numerusform>Правы мы: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave open: %n row(s)</source>
        <translation>
            <numerusform>Оставить как есть: %n строка</numerusform>
            <numerusform>Оставить как есть: %n строки</numerusform>
            <numerusform>Оставить как есть: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to decide</source>
        <translation>
            <numerusform>%n расхождение без решения</numerusform>
            <numerusform>%n расхождения без решения</numerusform>
            <numerusform>%n расхождений без решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for an answer</source>
        <translation>
            <numerusform>%n ждёт ответа</numerusform>
            <numerusform>%n ждут ответа</numerusform>
            <numerusform>%n ждут ответа</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>Пока ничего не вписано.</translation>
    </message>
    <message numerus="yes">
        <source>%n agree(s)</source>
        <translation>
            <numerusform>%n сходится</numerusform>
            <numerusform>%n сходятся</numerusform>
            <numerusform>%n сходятся</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the stock of %n size(s) follows the cabinet</source>
        <translation>
            <numerusform>остаток %n размера станет как в кабинете</numerusform>
            <numerusform>остатки %n размеров станут как в кабинете</numerusform>
            <numerusform>остатки %n размеров станут как в кабинете</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) are prepared for the review</source>
        <translation>
            <numerusform>%n исправление будет готово к проверке</numerusform>
            <numerusform>%n исправления будут готовы к проверке</numerusform>
            <numerusform>%n исправлений будут готовы к проверке</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing what the cabinet shows…</source>
        <translation>Записываем цифры кабинета…</translation>
    </message>
    <message numerus="yes">
        <source>%n left: changed meanwhile</source>
        <translation>
            <numerusform>%n не тронут: изменился тем временем</numerusform>
            <numerusform>%n не тронуты: изменились тем временем</numerusform>
            <numerusform>%n не тронуты: изменились тем временем</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: {what}.</source>
        <translation>Записано: {what}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>reconcile with the cabinet</source>
        <translation>сверка с кабинетом</translation>
    </message>
</context>
<context>
    <name>RefusalTableModel</name>
    <message>
        <source>Last time</source>
        <translation>Последний раз</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Раз</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Впервые</translation>
    </message>
    <message>
        <source>other addresses</source>
        <translation>другие адреса</translation>
    </message>
    <message>
        <source>wrong address</source>
        <translation>не тот адрес</translation>
    </message>
    <message>
        <source>old or wrong address of events</source>
        <translation>старый или неверный адрес приёма</translation>
    </message>
    <message>
        <source>no web request (https:// without a certificate?)</source>
        <translation>не веб-запрос (https:// без сертификата?)</translation>
    </message>
    <message>
        <source>opened like a web page</source>
        <translation>открыли как страницу</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>адрес не разрешён</translation>
    </message>
    <message>
        <source>token missing or wrong</source>
        <translation>нет токена или неверный</translation>
    </message>
    <message>
        <source>signature missing or wrong</source>
        <translation>нет подписи или неверная</translation>
    </message>
    <message>
        <source>signed over 5 minutes ago</source>
        <translation>подпись старше 5 минут</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>слишком много запросов</translation>
    </message>
    <message>
        <source>too many connections</source>
        <translation>слишком много соединений</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>слишком медленно</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>слишком большой запрос</translation>
    </message>
</context>
<context>
    <name>RefusalsCard</name>
    <message>
        <source>Refused</source>
        <translation>Отказы</translation>
    </message>
    <message>
        <source>Who was refused, why and how often</source>
        <translation>Кому отказано, почему и сколько раз</translation>
    </message>
    <message>
        <source>Nobody was refused. Whoever posts to a wrong address, without the token or too often is listed here; nothing of what they sent is kept.</source>
        <translation>Отказов не было. Здесь видно, кто обращался не по тому адресу, без токена или слишком часто; сами запросы «Полка» не хранит.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Очистить список</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>Events are refused: sent to an old or wrong address</source>
        <translation>События отклоняются: приходят на старый или неверный адрес</translation>
    </message>
    <message>
        <source>Events are refused: the sender’s address is not allowed</source>
        <translation>События отклоняются: адрес отправителя не разрешён</translation>
    </message>
    <message>
        <source>Events are refused: the token is missing or wrong</source>
        <translation>События отклоняются: токен не подходит</translation>
    </message>
    <message>
        <source>Events are refused: the signature is missing or wrong</source>
        <translation>События отклоняются: подпись не подходит</translation>
    </message>
    <message>
        <source>Events are refused: their signature is over 5 minutes old</source>
        <translation>События отклоняются: подписаны больше 5 минут назад</translation>
    </message>
    <message>
        <source>Events are refused: too many come in a second</source>
        <translation>События отклоняются: слишком много в секунду</translation>
    </message>
    <message>
        <source>Events are refused: they are larger than is allowed</source>
        <translation>События отклоняются: они больше, чем разрешено</translation>
    </message>
    <message>
        <source>Enter the address below in the cabinet.</source>
        <translation>Укажите в кабинете адрес, который показан ниже.</translation>
    </message>
    <message>
        <source>Add the address of the sender, listed under “Refused”, or empty the field.</source>
        <translation>Добавьте адрес отправителя (он есть ниже, в списке «Отказы») или очистите поле.</translation>
    </message>
    <message>
        <source>Enter the token that the sender uses, or take away the tick if it has none.</source>
        <translation>Введите токен отправителя. Если токена у него нет, снимите галочку.</translation>
    </message>
    <message>
        <source>Enter the secret that the sender signs with, or take away the tick if it does not sign.</source>
        <translation>Введите секрет, которым отправитель подписывает события. Если он их не подписывает, снимите галочку.</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>Проверьте часы на этом компьютере.</translation>
    </message>
    <message>
        <source>Allow more requests a second.</source>
        <translation>Разрешите больше запросов в секунду.</translation>
    </message>
    <message>
        <source>Allow larger events.</source>
        <translation>Разрешите события большего размера.</translation>
    </message>
</context>
<context>
    <name>RemarkBar</name>
    <message>
        <source>Row {row}: {words}</source>
        <translation>Строка {row}: {words}</translation>
    </message>
    <message>
        <source>Make it «{value}»</source>
        <translation>Исправить на «{value}»</translation>
    </message>
    <message numerus="yes">
        <source>Repair all %n of this kind</source>
        <translation>
            <numerusform>Исправить все такие (%n)</numerusform>
            <numerusform>Исправить все такие (%n)</numerusform>
            <numerusform>Исправить все такие (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>These are more rows than an Excel sheet can have.</source>
        <translation>Строк больше, чем помещается на листе Excel.</translation>
    </message>
    <message>
        <source>Save the failed rows only.</source>
        <translation>Сохраните только строки, которые не прошли.</translation>
    </message>
    <message>
        <source>The macros of the original were left out.</source>
        <translation>Макросы исходного файла не сохранены.</translation>
    </message>
    <message>
        <source>Only the values of the original were taken over: its formatting is not in the new workbook.</source>
        <translation>Перенесены только значения: оформления исходного файла в новой книге нет.</translation>
    </message>
    <message>
        <source>Only the sheet that was imported is in the new workbook.</source>
        <translation>В новой книге только тот лист, который импортировали.</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>No answer came</source>
        <translation>Ответ не получен</translation>
    </message>
    <message>
        <source>Open {article} in the marketplace's cabinet and type the stock that it shows now. Polka then knows whether this delivery arrived.</source>
        <translation>Откройте {article} в личном кабинете маркетплейса и впишите, какой остаток там сейчас. «Полка» поймёт, дошла ли отправка.</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Дошло</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>If it did not arrive</source>
        <translation>Если не дошло</translation>
    </message>
    <message>
        <source>If it arrived</source>
        <translation>Если дошло</translation>
    </message>
    <message>
        <source>In the cabinet now</source>
        <translation>В кабинете сейчас</translation>
    </message>
    <message>
        <source>{size}: in the cabinet now</source>
        <translation>{size}: в кабинете сейчас</translation>
    </message>
</context>
<context>
    <name>ResolveManyDialog</name>
    <message>
        <source>Check against the cabinet</source>
        <translation>Проверить по кабинету</translation>
    </message>
    <message>
        <source>Open each product in the marketplace's cabinet and type what it shows now. Polka then knows which deliveries arrived. Rows that you leave empty stay as they are.</source>
        <translation>Откройте каждый товар в кабинете маркетплейса и впишите, что там сейчас. «Полка» поймёт, какие отправки дошли. Пустые строки останутся как есть.</translation>
    </message>
    <message numerus="yes">
        <source>An online sale changed %n figure(s) meanwhile; they are empty again. Read them in the cabinet once more.</source>
        <translation>
            <numerusform>За это время продажа онлайн изменила %n цифру; она снова пустая. Посмотрите её в кабинете ещё раз.</numerusform>
            <numerusform>За это время продажи онлайн изменили %n цифры; они снова пустые. Посмотрите их в кабинете ещё раз.</numerusform>
            <numerusform>За это время продажи онлайн изменили %n цифр; они снова пустые. Посмотрите их в кабинете ещё раз.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) got an answer meanwhile and left the table.</source>
        <translation>
            <numerusform>Пока вы смотрели, по %n отправке появился ответ, её строк больше нет в таблице.</numerusform>
            <numerusform>Пока вы смотрели, по %n отправкам появился ответ, их строк больше нет в таблице.</numerusform>
            <numerusform>Пока вы смотрели, по %n отправкам появился ответ, их строк больше нет в таблице.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) open</source>
        <translation>
            <numerusform>без ответа останется %n</numerusform>
            <numerusform>без ответа останутся %n</numerusform>
            <numerusform>без ответа останутся %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The figures of %n delivery(s) fit neither case: check them again first.</source>
        <translation>
            <numerusform>Цифры %n отправки не подходят ни к одному случаю: сначала проверьте их ещё раз.</numerusform>
            <numerusform>Цифры %n отправок не подходят ни к одному случаю: сначала проверьте их ещё раз.</numerusform>
            <numerusform>Цифры %n отправок не подходят ни к одному случаю: сначала проверьте их ещё раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>All are answered.</source>
        <translation>Ответы есть по всем отправкам.</translation>
    </message>
    <message numerus="yes">
        <source>%n arrived</source>
        <translation>
            <numerusform>дошла %n</numerusform>
            <numerusform>дошли %n</numerusform>
            <numerusform>дошло %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not arrive and go(es) again</source>
        <translation>
            <numerusform>не дошла и отправится снова %n</numerusform>
            <numerusform>не дошли и отправятся снова %n</numerusform>
            <numerusform>не дошло и отправится снова %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow(s) the cabinet</source>
        <translation>
            <numerusform>станет как в кабинете %n</numerusform>
            <numerusform>станут как в кабинете %n</numerusform>
            <numerusform>станет как в кабинете %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing what the cabinet shows…</source>
        <translation>Записываем цифры кабинета…</translation>
    </message>
    <message numerus="yes">
        <source>%n got an answer meanwhile</source>
        <translation>
            <numerusform>по %n тем временем появился ответ</numerusform>
            <numerusform>по %n тем временем появился ответ</numerusform>
            <numerusform>по %n тем временем появился ответ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as it was: its figures changed meanwhile</source>
        <translation>
            <numerusform>%n осталась как есть: её цифры тем временем изменились</numerusform>
            <numerusform>%n остались как есть: их цифры тем временем изменились</numerusform>
            <numerusform>%n остались как есть: их цифры тем временем изменились</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: {what}.</source>
        <translation>Отправки: {what}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего не записано</translation>
    </message>
    <message>
        <source>check against the cabinet</source>
        <translation>проверка по кабинету</translation>
    </message>
</context>
<context>
    <name>ResultsButton</name>
    <message>
        <source>Save the results</source>
        <translation>Сохранить результаты</translation>
    </message>
    <message>
        <source>The table of the import with what happened to each row</source>
        <translation>Таблица импорта, в которой у каждой строки написано, что с ней стало</translation>
    </message>
    <message>
        <source>The whole table…</source>
        <translation>Всю таблицу…</translation>
    </message>
    <message>
        <source>Only the rows that are left to do…</source>
        <translation>Только строки, которые не прошли…</translation>
    </message>
    <message>
        <source>{file} results</source>
        <translation>{file} результаты</translation>
    </message>
    <message numerus="yes">
        <source>Saved with the results of %n row(s).</source>
        <translation>
            <numerusform>Сохранено: результат %n строки.</numerusform>
            <numerusform>Сохранено: результаты %n строк.</numerusform>
            <numerusform>Сохранено: результаты %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionForm</name>
    <message>
        <source>Old events</source>
        <translation>Старые события</translation>
    </message>
    <message>
        <source>Keep events, days</source>
        <translation>Хранить события, дней</translation>
    </message>
    <message>
        <source>Keep the bodies of requests, days</source>
        <translation>Хранить тела запросов, дней</translation>
    </message>
    <message>
        <source>Checked every hour. What still waits for you stays whatever its age, and so does the history of the stock.</source>
        <translation>Проверяется каждый час. То, что ждёт вашего решения, и история остатков хранятся без срока.</translation>
    </message>
    <message>
        <source>Nothing has been removed yet.</source>
        <translation>Пока ничего не удалялось.</translation>
    </message>
    <message>
        <source>Removed last: {when}, {events}, {bodies}.</source>
        <translation>Последнее удаление: {when}, {events}, {bodies}.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n событие</numerusform>
            <numerusform>%n события</numerusform>
            <numerusform>%n событий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies) of requests</source>
        <translation>
            <numerusform>%n тело запроса</numerusform>
            <numerusform>%n тела запросов</numerusform>
            <numerusform>%n тел запросов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>The price changes by more than {percent} %.</source>
        <translation>Цена меняется больше чем на {percent} %.</translation>
    </message>
    <message>
        <source>The stock would go below zero: {sizes}.</source>
        <translation>Остаток станет меньше нуля: {sizes}.</translation>
    </message>
    <message>
        <source>Far more pieces than usual: {sizes}.</source>
        <translation>Намного больше, чем обычно: {sizes}.</translation>
    </message>
    <message>
        <source>What the marketplace has is not known; it will have what is here: {sizes}.</source>
        <translation>Остаток на маркетплейсе неизвестен, он станет таким, как здесь: {sizes}.</translation>
    </message>
    <message>
        <source>Something changed while the review was open; nothing was sent.</source>
        <translation>Пока окно было открыто, данные изменились, поэтому ничего не отправлено.</translation>
    </message>
    <message>
        <source>Look at what is shown now, then send.</source>
        <translation>Посмотрите, что показано теперь, и отправьте.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review and send</source>
        <translation>Проверить и отправить</translation>
    </message>
    <message>
        <source>This is what the marketplace will be told. Figures are the stock here, before and after. Clear a check mark to leave something out; it stays in the table.</source>
        <translation>Вот что узнает маркетплейс. Цифры — остаток здесь: был → станет. Снимите отметку с того, что пока не отправлять: оно останется в таблице.</translation>
    </message>
    <message>
        <source>The marketplace is not connected yet. What you send waits here and goes as soon as the address and the token are in the settings.</source>
        <translation>Маркетплейс ещё не подключён. Отправленное подождёт здесь и уйдёт, как только в настройках появятся адрес и токен.</translation>
    </message>
    <message>
        <source>Check on one size…</source>
        <translation>Проверить на одном размере…</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Что будет отправлено</translation>
    </message>
    <message>
        <source>Show the exact request</source>
        <translation>Показать точный запрос</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Отметить все</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Снять все</translation>
    </message>
    <message>
        <source>The exact request</source>
        <translation>Точный запрос</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Назад к таблице</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Ничего не отмечено</translation>
    </message>
    <message numerus="yes">
        <source>Send %n action(s)</source>
        <translation>
            <numerusform>Отправить %n действие</numerusform>
            <numerusform>Отправить %n действия</numerusform>
            <numerusform>Отправить %n действий</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the exact request</source>
        <translation>Скрыть точный запрос</translation>
    </message>
    <message>
        <source>Something changed while this was open. This is how it is now: look once more, then send.</source>
        <translation>Пока окно было открыто, данные изменились. Показано то, что есть сейчас: проверьте ещё раз и отправьте.</translation>
    </message>
    <message>
        <source>How the marketplace counts is assumed; nobody has checked it yet.</source>
        <translation>Как считает маркетплейс, ещё не проверено.</translation>
    </message>
    <message>
        <source>Polka tells it the stock that is left: of 6 pieces 2 are sold, so it sends 4.</source>
        <translation>«Полка» сообщает остаток, который получится: было 6, продали 2 — отправит 4.</translation>
    </message>
    <message>
        <source>Polka tells it the quantity alone: of 6 pieces 2 are sold, so it sends 2.</source>
        <translation>«Полка» сообщает только количество: было 6, продали 2 — отправит 2.</translation>
    </message>
    <message>
        <source>How the marketplace counts has not been checked yet. {sends} After this first sending compare the stock in the cabinet. If it is another one, change this in Settings → Connection → Advanced.</source>
        <translation>Как считает маркетплейс, ещё не проверено. {sends} После этой первой отправки сверьте остаток в личном кабинете. Если там другой, поменяйте это в разделе «Настройки» → «Подключение» → «Дополнительно».</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Correction of the marketplace: {action}</source>
        <translation>Исправление на маркетплейсе: {action}</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n товар</numerusform>
            <numerusform>%n товара</numerusform>
            <numerusform>%n товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} pcs</source>
        <translation>{count} шт.</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n поступление</numerusform>
            <numerusform>%n поступления</numerusform>
            <numerusform>%n поступлений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n продажа</numerusform>
            <numerusform>%n продажи</numerusform>
            <numerusform>%n продаж</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s)</source>
        <translation>
            <numerusform>%n отмена</numerusform>
            <numerusform>%n отмены</numerusform>
            <numerusform>%n отмен</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n return(s)</source>
        <translation>
            <numerusform>%n возврат</numerusform>
            <numerusform>%n возврата</numerusform>
            <numerusform>%n возвратов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new price(s)</source>
        <translation>
            <numerusform>%n новая цена</numerusform>
            <numerusform>%n новые цены</numerusform>
            <numerusform>%n новых цен</numerusform>
        </translation>
    </message>
    <message>
        <source>at the marketplace {changes}</source>
        <translation>на маркетплейсе {changes}</translation>
    </message>
</context>
<context>
    <name>RowsQuestion</name>
    <message numerus="yes">
        <source>Leave them out</source>
        <translation>
            <numerusform>Не брать</numerusform>
            <numerusform>Не брать</numerusform>
            <numerusform>Не брать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import them, too</source>
        <translation>
            <numerusform>Взять и её</numerusform>
            <numerusform>Взять и их</numerusform>
            <numerusform>Взять и их</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are hidden or filtered out in the file.</source>
        <translation>
            <numerusform>%n строка в файле скрыта или отфильтрована.</numerusform>
            <numerusform>%n строки в файле скрыты или отфильтрованы.</numerusform>
            <numerusform>%n строк в файле скрыты или отфильтрованы.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) the article or a number is struck out.</source>
        <translation>
            <numerusform>В %n строке зачёркнут артикул или число.</numerusform>
            <numerusform>В %n строках зачёркнут артикул или число.</numerusform>
            <numerusform>В %n строках зачёркнут артикул или число.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScarceCard</name>
    <message>
        <source>Running out</source>
        <translation>Заканчивается</translation>
    </message>
    <message>
        <source>Lasts two weeks at most</source>
        <translation>Хватит не больше чем на две недели</translation>
    </message>
    <message>
        <source>Nothing runs out.</source>
        <translation>Ничего не заканчивается.</translation>
    </message>
    <message>
        <source>Sizes of which no more is left than was sold, online and here, in the last 14 days: they last two weeks at most. What was oversold stands first.</source>
        <translation>Размеры, которых осталось не больше, чем продано онлайн и в магазине за последние 14 дней: при таких продажах их хватит самое большее на две недели. Проданные сверх остатка стоят первыми.</translation>
    </message>
</context>
<context>
    <name>ScarceModel</name>
    <message>
        <source>Sold more than there was: the stock is {left}.</source>
        <translation>Продано больше, чем было: остаток {left}.</translation>
    </message>
    <message>
        <source>{left} left, {sold} sold in 14 days.</source>
        <translation>Осталось {left}, за 14 дней продано {sold}.</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>{article} has no size {size}.</source>
        <translation>У {article} нет размера {size}.</translation>
    </message>
    <message>
        <source>Nothing was queued. See the sizes with: polka list products.</source>
        <translation>Ничего не поставлено в очередь. Размеры покажет: polka list products.</translation>
    </message>
    <message>
        <source>There is no product with the article {article}.</source>
        <translation>Товара с артикулом {article} нет.</translation>
    </message>
    <message>
        <source>Nothing was queued. See the articles with: polka list products.</source>
        <translation>Ничего не поставлено в очередь. Артикулы покажет: polka list products.</translation>
    </message>
    <message>
        <source>Name another one with --encoding cp1251, or save the file as UTF-8.</source>
        <translation>Укажите другую, например --encoding cp1251, или сохраните файл в UTF-8.</translation>
    </message>
    <message>
        <source>The text is a message: add --message</source>
        <translation>Это сообщение, а не таблица: добавьте --message</translation>
    </message>
    <message>
        <source>Nothing was sent. Add --send to queue it.</source>
        <translation>Ничего не отправлено. Чтобы поставить в очередь, добавьте --send.</translation>
    </message>
    <message>
        <source>There is no sheet “{name}”.</source>
        <translation>Листа «{name}» нет.</translation>
    </message>
    <message>
        <source>The sheets are: {names}.</source>
        <translation>Листы в файле: {names}.</translation>
    </message>
    <message>
        <source>Nothing was sent: some rows have problems.</source>
        <translation>Ничего не отправлено: в некоторых строках ошибки.</translation>
    </message>
    <message>
        <source>Correct the file, or add --skip-errors to send the others.</source>
        <translation>Исправьте файл или добавьте --skip-errors, чтобы отправить остальные.</translation>
    </message>
    <message>
        <source>Nothing was sent: some rows should be looked at.</source>
        <translation>Ничего не отправлено: некоторые строки стоит проверить.</translation>
    </message>
    <message>
        <source>Correct the file, or add --accept-warnings if it is right.</source>
        <translation>Исправьте файл или, если всё верно, добавьте --accept-warnings.</translation>
    </message>
    <message>
        <source>Nothing was done: the counts differ from ours.</source>
        <translation>Ничего не изменено: остатки расходятся с нашими.</translation>
    </message>
    <message>
        <source>Add --right cabinet or --right ours to say whose figures count.</source>
        <translation>Добавьте --right cabinet или --right ours: чьи остатки верны.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Number of the product</source>
        <translation>Номер товара</translation>
    </message>
    <message>
        <source>Number of the size</source>
        <translation>Номер размера</translation>
    </message>
    <message>
        <source>Pieces of one size</source>
        <translation>Штук одного размера</translation>
    </message>
    <message>
        <source>Pieces in one of the warehouses</source>
        <translation>Количество на одном из складов</translation>
    </message>
    <message>
        <source>Pieces in all warehouses</source>
        <translation>Количество на всех складах</translation>
    </message>
    <message>
        <source>Add --mapping {mapping} with the column in place of “?”. The columns are: {columns}</source>
        <translation>Добавьте --mapping {mapping} — вместо «?» подставьте столбец. Столбцы файла: {columns}</translation>
    </message>
    <message>
        <source>Add --mapping {total} for the total, or --mapping {summed} for the sum of the warehouses</source>
        <translation>Добавьте --mapping {total} — для общего итога или --mapping {summed} — для суммы по складам</translation>
    </message>
    <message>
        <source>rows that are hidden or filtered out in the file: {count}; say --with-hidden or --without-hidden</source>
        <translation>скрытые или отфильтрованные строки: {count}; укажите --with-hidden или --without-hidden</translation>
    </message>
    <message>
        <source>rows whose article or number is struck out in the file: {count}; say --with-struck or --without-struck</source>
        <translation>строки, где зачёркнут артикул или число: {count}; укажите --with-struck или --without-struck</translation>
    </message>
    <message>
        <source>sheet “{name}” was taken; these fit as well: {others}; say --sheet</source>
        <translation>взят лист «{name}»; подходят и другие: {others}; укажите --sheet</translation>
    </message>
    <message>
        <source>Nothing was sent: the text of the file can be read in several ways.</source>
        <translation>Ничего не отправлено: текст файла можно прочитать по-разному.</translation>
    </message>
    <message>
        <source>Look which one is right, and add {names}</source>
        <translation>Посмотрите, где слова читаются верно, и добавьте {names}</translation>
    </message>
    <message>
        <source>Nothing was sent: several sheets of the file fit.</source>
        <translation>Ничего не отправлено: в файле подходят несколько листов.</translation>
    </message>
    <message>
        <source>Say which one with --sheet: {names}</source>
        <translation>Укажите нужный: --sheet. Подходят: {names}</translation>
    </message>
    <message>
        <source>Nothing was sent: a column that is needed is not named.</source>
        <translation>Ничего не отправлено: нужный столбец не указан.</translation>
    </message>
    <message>
        <source>Nothing was sent: some columns were only guessed.</source>
        <translation>Ничего не отправлено: некоторые столбцы под вопросом.</translation>
    </message>
    <message>
        <source>If the guess is right, add --mapping {mapping}</source>
        <translation>Если столбцы поняты верно, добавьте --mapping {mapping}</translation>
    </message>
    <message>
        <source>Nothing was sent: some rows of the file are hidden.</source>
        <translation>Ничего не отправлено: в файле есть скрытые строки.</translation>
    </message>
    <message>
        <source>Add --with-hidden to import them too, or --without-hidden.</source>
        <translation>Добавьте --with-hidden, чтобы взять их, или --without-hidden, чтобы пропустить.</translation>
    </message>
    <message>
        <source>Nothing was sent: something is struck out in the file.</source>
        <translation>Ничего не отправлено: в файле есть зачёркнутое.</translation>
    </message>
    <message>
        <source>Add --with-struck to import it too, or --without-struck.</source>
        <translation>Чтобы взять и его, добавьте --with-struck, чтобы не брать — --without-struck.</translation>
    </message>
    <message>
        <source>The table lies on its side: add --turn</source>
        <translation>Товары стоят в столбцах, а не в строках: добавьте --turn</translation>
    </message>
    <message>
        <source>the text can be read in several ways; {name}: “{line}”; say --encoding {encoding}</source>
        <translation>текст можно прочитать по-разному; {name}: «{line}»; укажите --encoding {encoding}</translation>
    </message>
    <message>
        <source>{kind}: column {column} «{heading}» is hidden in the file; say --mapping {mapping}</source>
        <translation>{kind}: столбец {column} «{heading}» скрыт в файле; укажите --mapping {mapping}</translation>
    </message>
    <message>
        <source>{kind}: column {column} «{heading}», not sure; say --mapping {mapping}</source>
        <translation>{kind}: столбец {column} «{heading}» под вопросом; укажите --mapping {mapping}</translation>
    </message>
    <message>
        <source>{kind}: column {column}, not sure; say --mapping {mapping}</source>
        <translation>{kind}: столбец {column} под вопросом; укажите --mapping {mapping}</translation>
    </message>
    <message>
        <source>{name}: {counted}; {unchanged} unchanged, {done} queued before.</source>
        <translation>{name}: {counted}; без изменений: {unchanged}, поставлено в очередь раньше: {done}.</translation>
    </message>
    <message>
        <source>… and {count} more problems</source>
        <translation>… и ещё ошибок: {count}</translation>
    </message>
    <message>
        <source>row {row}, to be looked at: {text}</source>
        <translation>строка {row}, проверьте: {text}</translation>
    </message>
    <message>
        <source>… and {count} more to be looked at</source>
        <translation>… и ещё на проверку: {count}</translation>
    </message>
    <message>
        <source>row {row}, note: {text}</source>
        <translation>строка {row}, обратите внимание: {text}</translation>
    </message>
    <message>
        <source>… and {count} more notes</source>
        <translation>… и ещё замечаний: {count}</translation>
    </message>
    <message>
        <source>column {column}: “{was}” can be read in two ways; say --decimal</source>
        <translation>столбец {column}: «{was}» можно прочитать по-разному; укажите --decimal</translation>
    </message>
    <message>
        <source>Not in the file or without a number, and stay as they are: {sizes} sizes, {products} products of them wholly.</source>
        <translation>Нет в файле или нет числа, остаток не изменится: размеров — {sizes}, из них товаров целиком — {products}.</translation>
    </message>
    <message>
        <source>Done: {count}. What is queued is sent by the window or `polka serve`.</source>
        <translation>Готово: {count}. Очередь отправляет окно или `polka serve`.</translation>
    </message>
    <message>
        <source>rows without a number, or with 0: {count}</source>
        <translation>строк без числа или с нулём: {count}</translation>
    </message>
    <message>
        <source>rows that an earlier import of this file took care of: {count}</source>
        <translation>строк, которые уже проведены прежним импортом этого файла: {count}</translation>
    </message>
    <message>
        <source>row {row} “{was}”: {text}</source>
        <translation>строка {row} «{was}»: {text}</translation>
    </message>
    <message>
        <source>row {row}: {text}</source>
        <translation>строка {row}: {text}</translation>
    </message>
    <message>
        <source>{counts} counts, {differ} differ</source>
        <translation>остатков: {counts}, расходятся: {differ}</translation>
    </message>
    <message>
        <source>{links} links, {numbers} numbers of sizes</source>
        <translation>привязок: {links}, номеров размеров: {numbers}</translation>
    </message>
    <message>
        <source>{deliveries} deliveries with {changes} changes</source>
        <translation>отправок: {deliveries}, изменений: {changes}</translation>
    </message>
    <message>
        <source>Not there: products: {products}, sizes: {sizes}. Add --create to create them.</source>
        <translation>Нет в каталоге: товаров — {products}, размеров — {sizes}. Чтобы создать их, добавьте --create.</translation>
    </message>
    <message>
        <source>Rows with different numbers for one size: {count}. Where they are warehouses or colours, add --add-up.</source>
        <translation>Строк с разными числами для одного размера: {count}. Если это разные склады или цвета, добавьте --add-up, и числа сложатся.</translation>
    </message>
    <message>
        <source>The prices of the file are not sent. To send them, import it once more with --as price.</source>
        <translation>Цены из файла не отправляются. Чтобы отправить цены, импортируйте файл ещё раз с --as price.</translation>
    </message>
    <message>
        <source>There is no column {column} in the table.</source>
        <translation>В таблице нет столбца {column}.</translation>
    </message>
    <message>
        <source>Its last column is {last}: name others with --mapping.</source>
        <translation>Последний столбец — {last}: исправьте --mapping.</translation>
    </message>
    <message>
        <source>There are no rows below row {row}.</source>
        <translation>Ниже строки {row} строк нет.</translation>
    </message>
    <message>
        <source>Name another row of headings with header= in --mapping, 0 where none is.</source>
        <translation>Исправьте header= в --mapping: номер строки с заголовками или 0, если заголовков нет.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>saved</source>
        <translation>сохранён</translation>
    </message>
    <message>
        <source>Create and copy</source>
        <translation>Создать и скопировать</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>This system has no secret store that Polka could use.</source>
        <translation>В этой системе нет хранилища паролей, которым могла бы пользоваться «Полка».</translation>
    </message>
    <message>
        <source>Keep the token for this session only: you will enter it again.</source>
        <translation>Можно хранить токен только до закрытия программы: потом введёте снова.</translation>
    </message>
    <message>
        <source>This is a demonstration: the token is kept for this session only.</source>
        <translation>Это демонстрация: токен хранится только до закрытия программы.</translation>
    </message>
    <message>
        <source>The token is too long for the Windows credential store.</source>
        <translation>Токен слишком длинный для хранилища паролей Windows.</translation>
    </message>
    <message>
        <source>It takes up to 1,280 characters. Check that only the token was copied.</source>
        <translation>В хранилище помещается до 1280 знаков. Проверьте, что скопирован только токен.</translation>
    </message>
    <message>
        <source>The system's secret store is locked or refused the token.</source>
        <translation>Системное хранилище паролей заблокировано или не приняло токен.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or keep the token for this session only.</source>
        <translation>Разблокируйте его и попробуйте снова или храните токен только до закрытия программы.</translation>
    </message>
</context>
<context>
    <name>SendStep</name>
    <message>
        <source>The cabinet is right: the stock here follows it</source>
        <translation>Прав кабинет: остаток здесь станет таким же</translation>
    </message>
    <message>
        <source>Polka is right: corrections are sent to the cabinet</source>
        <translation>Права «Полка»: в кабинет уйдут исправления</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Что отправляется</translation>
    </message>
    <message>
        <source>All of it was queued.</source>
        <translation>Всё поставлено в очередь.</translation>
    </message>
    <message>
        <source>Stopped: {queued} of {planned} are on their way. The rest can go now or later.</source>
        <translation>Остановлено: в очереди {queued} из {planned}. Остальное можно отправить сейчас или позже.</translation>
    </message>
    <message>
        <source>There is nothing to send: everything is so already, or has errors.</source>
        <translation>Отправлять нечего: строки либо ничего не меняют, либо с ошибками.</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) are compared with the cabinet.</source>
        <translation>
            <numerusform>%n размер сверяется с кабинетом.</numerusform>
            <numerusform>%n размера сверяются с кабинетом.</numerusform>
            <numerusform>%n размеров сверяются с кабинетом.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of the marketplace are noted.</source>
        <translation>
            <numerusform>Будет записан %n номер маркетплейса.</numerusform>
            <numerusform>Будут записаны %n номера маркетплейса.</numerusform>
            <numerusform>Будут записаны %n номеров маркетплейса.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n товара</numerusform>
            <numerusform>%n товаров</numerusform>
            <numerusform>%n товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipts: {pieces} pcs of {products}.</source>
        <translation>Поступление: {pieces} шт. для {products}.</translation>
    </message>
    <message>
        <source>Sold: {pieces} pcs of {products}.</source>
        <translation>Продажа: {pieces} шт. для {products}.</translation>
    </message>
    <message>
        <source>Cancelled: {pieces} pcs of {products}.</source>
        <translation>Отмена: {pieces} шт. для {products}.</translation>
    </message>
    <message>
        <source>Returned: {pieces} pcs of {products}.</source>
        <translation>Возврат: {pieces} шт. для {products}.</translation>
    </message>
    <message>
        <source>New prices for {products}.</source>
        <translation>Новые цены для {products}.</translation>
    </message>
    <message>
        <source>These are more products at once than usual.</source>
        <translation>За один раз меняется больше товаров, чем обычно.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) that look like goods as well are left out.</source>
        <translation>
            <numerusform>Не импортируется ещё %n лист, на котором, похоже, есть товары.</numerusform>
            <numerusform>Не импортируются ещё %n листа, на которых, похоже, есть товары.</numerusform>
            <numerusform>Не импортируются ещё %n листов, на которых, похоже, есть товары.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) are not in the file or have no number there, and stay as they are.</source>
        <translation>
            <numerusform>%n размера нет в файле или у него нет числа: его остаток не изменится.</numerusform>
            <numerusform>%n размеров нет в файле или у них нет числа: их остаток не изменится.</numerusform>
            <numerusform>%n размеров нет в файле или у них нет числа: их остаток не изменится.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) change nothing.</source>
        <translation>
            <numerusform>%n строка ничего не меняет.</numerusform>
            <numerusform>%n строки ничего не меняют.</numerusform>
            <numerusform>%n строк ничего не меняют.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out.</source>
        <translation>
            <numerusform>%n строка с ошибками пропущена.</numerusform>
            <numerusform>%n строки с ошибками пропущены.</numerusform>
            <numerusform>%n строк с ошибками пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no number, or 0, and are left out.</source>
        <translation>
            <numerusform>%n строка без числа или с нулём пропущена.</numerusform>
            <numerusform>%n строки без числа или с нулём пропущены.</numerusform>
            <numerusform>%n строк без числа или с нулём пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden row(s) are left out.</source>
        <translation>
            <numerusform>%n скрытая строка пропущена.</numerusform>
            <numerusform>%n скрытые строки пропущены.</numerusform>
            <numerusform>%n скрытых строк пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is struck out in %n row(s) is left out.</source>
        <translation>
            <numerusform>Зачёркнутое в %n строке пропущено.</numerusform>
            <numerusform>Зачёркнутое в %n строках пропущено.</numerusform>
            <numerusform>Зачёркнутое в %n строках пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) name a product or a size that there is not, and are left out.</source>
        <translation>
            <numerusform>%n строка пропущена: такого товара или размера нет.</numerusform>
            <numerusform>%n строки пропущены: таких товаров или размеров нет.</numerusform>
            <numerusform>%n строк пропущено: таких товаров или размеров нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>The prices in the file are not sent: they are kept for products that are created. To change prices, import the file once more as prices.</source>
        <translation>Цены из файла не отправляются: они нужны только новым товарам. Чтобы изменить цены, импортируйте этот файл ещё раз как «Цены».</translation>
    </message>
</context>
<context>
    <name>SenderChecksForm</name>
    <message>
        <source>The secret part of the address is always checked. Ask for more only where the sender can give it, for example a server of your own in between.</source>
        <translation>Секретная часть адреса проверяется всегда. Требуйте большего, только если отправитель это умеет, например ваш сервер перед «Полкой».</translation>
    </message>
    <message>
        <source>Ask for a token (Authorization: Bearer)</source>
        <translation>Требовать токен (Authorization: Bearer)</translation>
    </message>
    <message>
        <source>Ask for a signature (Standard Webhooks)</source>
        <translation>Требовать подпись (Standard Webhooks)</translation>
    </message>
    <message>
        <source>Token of the sender</source>
        <translation>Токен отправителя</translation>
    </message>
    <message>
        <source>Signing secret, whsec_…</source>
        <translation>Секрет подписи, whsec_…</translation>
    </message>
    <message>
        <source>from everywhere; or 203.0.113.7, 198.51.100.0/24</source>
        <translation>отовсюду; или 203.0.113.7, 198.51.100.0/24</translation>
    </message>
    <message>
        <source>Only from these addresses</source>
        <translation>Только с этих адресов</translation>
    </message>
    <message>
        <source>Requests a second from one address</source>
        <translation>Запросов в секунду с адреса</translation>
    </message>
    <message>
        <source>Connections from one address</source>
        <translation>Соединений сразу с адреса</translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation>Сертификат (PEM)</translation>
    </message>
    <message>
        <source>Its key (PEM)</source>
        <translation>Ключ к нему (PEM)</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>сколько угодно</translation>
    </message>
    <message>
        <source>With a certificate events come encrypted (https://). Behind a tunnel or a server in front none is needed.</source>
        <translation>С сертификатом события приходят зашифрованными (https://). За туннелем или сервером он не нужен.</translation>
    </message>
    <message>
        <source>Kept in the system's secret store, not in the program's files.</source>
        <translation>Хранятся в системном хранилище паролей, а не в файлах программы.</translation>
    </message>
    <message>
        <source>{why} You will enter them again next time.</source>
        <translation>{why} При следующем запуске введёте их заново.</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Sending is paused by you.</source>
        <translation>Вы приостановили отправку.</translation>
    </message>
    <message>
        <source>You paused batch {number} ({title}).</source>
        <translation>Вы приостановили пачку № {number} ({title}).</translation>
    </message>
    <message>
        <source>You paused batch {number}.</source>
        <translation>Вы приостановили пачку № {number}.</translation>
    </message>
    <message>
        <source>An earlier try may have arrived, and a repeat is not harmless with these settings.</source>
        <translation>Прошлая попытка могла дойти, а повторять при этих настройках небезопасно.</translation>
    </message>
    <message>
        <source>Polka was stopped while this was on its way, so nobody knows whether it arrived.</source>
        <translation>«Полка» была остановлена, пока это отправлялось: неизвестно, дошло ли.</translation>
    </message>
    <message>
        <source>You cancelled the rest of batch {number}.</source>
        <translation>Вы отменили всё, что оставалось в пачке № {number}.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Receiving events</source>
        <translation>Приём событий</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>Перед отправкой</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Вид и язык</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Без окна</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
</context>
<context>
    <name>SizeCells</name>
    <message>
        <source>Product / size</source>
        <translation>Товар / размер</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>не отправлено</translation>
    </message>
    <message>
        <source>oversold</source>
        <translation>ниже нуля</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>исправление</translation>
    </message>
    <message>
        <source>take a look</source>
        <translation>проверьте</translation>
    </message>
    <message>
        <source>Barcode {barcode}</source>
        <translation>Штрихкод {barcode}</translation>
    </message>
    <message numerus="yes">
        <source>{stock}: %n more sold than there was, so an order lacks its goods</source>
        <translation>
            <numerusform>{stock}: продано на %n больше, чем было, — заказу не хватает товара</numerusform>
            <numerusform>{stock}: продано на %n больше, чем было, — заказам не хватает товара</numerusform>
            <numerusform>{stock}: продано на %n больше, чем было, — заказам не хватает товара</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has said yet how many there are. Type a receipt, or compare the size with the cabinet: Reconcile. The first online sale says it, too.</source>
        <translation>Сколько штук есть, пока неизвестно. Введите поступление или сверьте размер с кабинетом: «Сверка». Первая продажа онлайн тоже назовёт остаток.</translation>
    </message>
    <message>
        <source>The stock is not known of: {sizes}. Type receipts, or compare with the cabinet.</source>
        <translation>Остаток неизвестен: {sizes}. Введите поступление или сверьте с кабинетом.</translation>
    </message>
</context>
<context>
    <name>SizeChoiceModel</name>
    <message>
        <source>{size}   ·   stock not known</source>
        <translation>{size}   ·   остаток неизвестен</translation>
    </message>
    <message>
        <source>{size}   ·   {stock} in stock</source>
        <translation>{size}   ·   в наличии {stock}</translation>
    </message>
</context>
<context>
    <name>SizeDraftModel</name>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>In stock now</source>
        <translation>Остаток сейчас</translation>
    </message>
    <message>
        <source>Size number there</source>
        <translation>Номер размера</translation>
    </message>
    <message>
        <source>Add at least one size. A product without sizes has one, for example ONE.</source>
        <translation>Добавьте хотя бы один размер. У товара без размеров он один, например ONE.</translation>
    </message>
    <message>
        <source>This size is here twice.</source>
        <translation>Такой размер уже есть.</translation>
    </message>
    <message>
        <source>Type the size, for example XL or 42.</source>
        <translation>Впишите размер, например XL или 42.</translation>
    </message>
    <message>
        <source>At most {count} characters.</source>
        <translation>Не больше {count} знаков.</translation>
    </message>
</context>
<context>
    <name>SizeEditor</name>
    <message>
        <source>Add sizes</source>
        <translation>Добавить размеры</translation>
    </message>
    <message>
        <source>Several at once: XS S M L XL, or a range: 36-46.</source>
        <translation>Сразу несколько: XS S M L XL, или от и до: 36-46.</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Размеры</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Remove the size (Ctrl+Delete)</source>
        <translation>Убрать размер (Ctrl+Delete)</translation>
    </message>
</context>
<context>
    <name>SizeRun</name>
    <message>
        <source>At most {count} sizes at once.</source>
        <translation>За один раз не больше {count} размеров.</translation>
    </message>
    <message>
        <source>Check the range, for example 36-46.</source>
        <translation>Проверьте начало и конец, например 36-46.</translation>
    </message>
    <message>
        <source>The range {text} goes backwards.</source>
        <translation>В «{text}» начало больше конца.</translation>
    </message>
    <message>
        <source>Write the smaller size first, for example 36-46.</source>
        <translation>Сначала меньший размер, например 36-46.</translation>
    </message>
</context>
<context>
    <name>SizeTable</name>
    <message>
        <source>Products and their sizes</source>
        <translation>Товары и их размеры</translation>
    </message>
    <message>
        <source>“{text}” was not taken. {reason}</source>
        <translation>«{text}» не принято. {reason}</translation>
    </message>
</context>
<context>
    <name>SizeTableView</name>
    <message>
        <source>Choose a size below: quantities belong to sizes.</source>
        <translation>Выберите размер ниже: количество указывают для размера.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>Since {date}: at least {least}, at most {most}, now {now}.</source>
        <translation>С {date}: самое меньшее {least}, самое большее {most}, сейчас {now}.</translation>
    </message>
</context>
<context>
    <name>Spreadsheet</name>
    <message>
        <source>Polka reads Excel, OpenDocument, CSV and tables of web pages.</source>
        <translation>«Полка» читает файлы Excel, OpenDocument, CSV и таблицы с веб-страниц.</translation>
    </message>
    <message>
        <source>The file {name} is empty.</source>
        <translation>Файл {name} пустой.</translation>
    </message>
    <message>
        <source>Save it anew in the program that made it, and choose it again.</source>
        <translation>Сохраните его заново в той программе, где он создан, и выберите ещё раз.</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} — это папка.</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} — не файл.</translation>
    </message>
    <message>
        <source>Choose a file with a table.</source>
        <translation>Выберите файл с таблицей.</translation>
    </message>
    <message>
        <source>The file {name} is not there.</source>
        <translation>Файл {name} не найден.</translation>
    </message>
    <message>
        <source>See whether it was moved or renamed, and choose it again.</source>
        <translation>Проверьте, не переместили ли его и не переименовали ли, и выберите ещё раз.</translation>
    </message>
    <message>
        <source>You have no right to read the file {name}.</source>
        <translation>Нет прав на чтение файла {name}.</translation>
    </message>
    <message>
        <source>Ask whoever it belongs to for that right, or choose another file.</source>
        <translation>Попросите права у владельца файла или выберите другой файл.</translation>
    </message>
    <message>
        <source>The file {name} cannot be opened.</source>
        <translation>Файл {name} не открывается.</translation>
    </message>
    <message>
        <source>If it is open in Excel or another program, close it there. If it belongs to somebody else, ask for the right to read it.</source>
        <translation>Если он открыт в Excel или другой программе, закройте его там. Если это чужой файл, попросите доступ на чтение.</translation>
    </message>
    <message>
        <source>The file {name} could not be read from the disk.</source>
        <translation>Не удалось прочитать файл {name} с диска.</translation>
    </message>
    <message>
        <source>See whether the disk or the network folder is there, and try again.</source>
        <translation>Проверьте, доступен ли диск или сетевая папка, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The file {name} was changed while it was read.</source>
        <translation>Файл {name} изменился, пока его читали.</translation>
    </message>
    <message>
        <source>Wait until it is saved, and choose it again. Nothing was imported.</source>
        <translation>Дождитесь, пока его сохранят, и выберите ещё раз. Ничего не импортировано.</translation>
    </message>
    <message>
        <source>The file {name} is damaged or incomplete.</source>
        <translation>Файл {name} повреждён или скачан не полностью.</translation>
    </message>
    <message>
        <source>Copy or download it again. If it opens in Excel, save it there as an .xlsx workbook.</source>
        <translation>Скопируйте или скачайте его ещё раз. Если он открывается в Excel, сохраните его там как книгу .xlsx.</translation>
    </message>
    <message>
        <source>The file {name} is protected by a password.</source>
        <translation>Файл {name} защищён паролем.</translation>
    </message>
    <message>
        <source>Open it in Excel, save it without the password, and choose it again.</source>
        <translation>Откройте его в Excel, сохраните без пароля и выберите ещё раз.</translation>
    </message>
    <message>
        <source>The file {name} is not a table.</source>
        <translation>Файл {name} — не таблица.</translation>
    </message>
    <message>
        <source>The file {name} is not a table but {what}.</source>
        <translation>Файл {name} — не таблица, а {what}.</translation>
    </message>
    <message>
        <source>There is no table in the file {name}.</source>
        <translation>В файле {name} нет таблиц.</translation>
    </message>
    <message>
        <source>The file {name} unpacks to far more than a table needs.</source>
        <translation>Файл {name} при распаковке занимает намного больше места, чем нужно таблице.</translation>
    </message>
    <message>
        <source>It was not opened. If you trust it, copy only the table into a new workbook.</source>
        <translation>«Полка» не стала его открывать. Если вы ему доверяете, скопируйте в новую книгу только таблицу.</translation>
    </message>
    <message>
        <source>The file {name} holds what no table needs, and was not opened.</source>
        <translation>В файле {name} есть то, чего в таблице быть не должно. «Полка» не стала его открывать.</translation>
    </message>
    <message>
        <source>If you trust it, open it in Excel and save it as an .xlsx workbook.</source>
        <translation>Если вы ему доверяете, откройте его в Excel и сохраните как книгу .xlsx.</translation>
    </message>
    <message>
        <source>There are more than {most} rows in {name}.</source>
        <translation>Строк больше, чем {most}: {name}.</translation>
    </message>
    <message>
        <source>Divide it into several files, and import one after the other.</source>
        <translation>Разделите таблицу на несколько файлов и импортируйте их по очереди.</translation>
    </message>
    <message>
        <source>There are more than {most} columns in {name}.</source>
        <translation>Столбцов больше, чем {most}: {name}.</translation>
    </message>
    <message>
        <source>Delete the columns that are not needed, and choose the file again.</source>
        <translation>Удалите лишние столбцы и выберите файл ещё раз.</translation>
    </message>
    <message>
        <source>The table in {name} takes more than {most} cells.</source>
        <translation>Таблица занимает больше {most} ячеек: {name}.</translation>
    </message>
    <message>
        <source>See whether there is something far below or far to the right of it, delete that, and choose the file again.</source>
        <translation>Посмотрите, нет ли чего-то далеко внизу или далеко справа от таблицы, удалите это и выберите файл ещё раз.</translation>
    </message>
    <message>
        <source>The text of {name} is not in the encoding {encoding} throughout.</source>
        <translation>Не весь текст файла {name} в кодировке {encoding}.</translation>
    </message>
    <message>
        <source>Choose another encoding, or save the file as UTF-8.</source>
        <translation>Выберите другую кодировку или сохраните файл в UTF-8.</translation>
    </message>
    <message>
        <source>In {name}, a quotation mark that opens at line {line} is not closed.</source>
        <translation>В файле {name} не закрыта кавычка: она открывается в строке {line}.</translation>
    </message>
    <message>
        <source>Close it or take it away, and choose the file again.</source>
        <translation>Закройте кавычку или уберите её и выберите файл ещё раз.</translation>
    </message>
    <message>
        <source>The file {name} is larger than {most} MB.</source>
        <translation>Файл {name} больше {most} МБ.</translation>
    </message>
    <message>
        <source>Open it in Excel, save it as an .xlsx workbook, and choose that.</source>
        <translation>Откройте его в Excel, сохраните как книгу .xlsx и выберите её.</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>картинка</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>текстовый документ</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>архив</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>программа</translation>
    </message>
    <message>
        <source>a web archive</source>
        <translation>веб-архив</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>презентация</translation>
    </message>
    <message>
        <source>The file is open in another program. What is not saved there is not here yet.</source>
        <translation>Файл открыт в другой программе. Что там не сохранено, сюда ещё не попало.</translation>
    </message>
    <message>
        <source>The workbook refers to other files. Polka takes the values that were saved with it.</source>
        <translation>Книга ссылается на другие файлы. «Полка» берёт значения, сохранённые в ней самой.</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>буфер обмена</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>В буфере обмена нет текста.</translation>
    </message>
    <message>
        <source>Copy cells of a table first.</source>
        <translation>Сначала скопируйте ячейки таблицы.</translation>
    </message>
    <message>
        <source>There are macros in the workbook. Polka never runs them.</source>
        <translation>В книге есть макросы. «Полка» их никогда не запускает.</translation>
    </message>
</context>
<context>
    <name>Standstill</name>
    <message>
        <source>waits to be connected</source>
        <translation>ждёт подключения</translation>
    </message>
    <message>
        <source>waits for the token</source>
        <translation>ждёт токена</translation>
    </message>
    <message>
        <source>waits for the settings</source>
        <translation>ждёт настройки</translation>
    </message>
    <message>
        <source>waits for the marketplace</source>
        <translation>ждёт маркетплейса</translation>
    </message>
    <message>
        <source>Sending goes on once the marketplace is connected.</source>
        <translation>Отправим, когда маркетплейс будет подключён.</translation>
    </message>
    <message>
        <source>Sending goes on once the token is entered.</source>
        <translation>Отправим, когда будет введён токен.</translation>
    </message>
    <message>
        <source>Sending goes on once the settings are put right.</source>
        <translation>Отправим, когда будут исправлены настройки.</translation>
    </message>
    <message>
        <source>Sending goes on once the marketplace answers.</source>
        <translation>Отправим, когда маркетплейс ответит.</translation>
    </message>
    <message>
        <source>Waiting to be sent: {count}.</source>
        <translation>Ждут отправки: {count}.</translation>
    </message>
    <message>
        <source>Waiting for your decision about an earlier one of their product: {count}.</source>
        <translation>Ждут вашего решения по более ранней отправке того же товара: {count}.</translation>
    </message>
    <message>
        <source>The marketplace asked for fewer requests: one goes every {seconds} s for now.</source>
        <translation>Маркетплейс просит отправлять реже: пока — один запрос раз в {seconds} с.</translation>
    </message>
    <message>
        <source>Sending goes on once it is resumed.</source>
        <translation>Отправим, когда отправку возобновят.</translation>
    </message>
    <message>
        <source>It is sent again.</source>
        <translation>Отправляется снова.</translation>
    </message>
    <message>
        <source>It is in the queue again.</source>
        <translation>Снова в очереди.</translation>
    </message>
    <message>
        <source>It is asked again at {time}.</source>
        <translation>Снова спросим в {time}.</translation>
    </message>
    <message>
        <source>It is being asked just now…</source>
        <translation>Спрашиваем прямо сейчас…</translation>
    </message>
</context>
<context>
    <name>StandstillStrip</name>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Подключить…</translation>
    </message>
    <message>
        <source>Enter the token</source>
        <translation>Ввести токен</translation>
    </message>
    <message>
        <source>To the settings</source>
        <translation>В настройки</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Проверить сейчас</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Recent files</source>
        <translation>Недавние файлы</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Выберите таблицу</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>Таблицы ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>There are no cells to paste: select them in the table and copy them.</source>
        <translation>Вставлять нечего: выделите ячейки в таблице и скопируйте их.</translation>
    </message>
</context>
<context>
    <name>StatusLines</name>
    <message>
        <source>Marketplace: not connected</source>
        <translation>Маркетплейс: не подключён</translation>
    </message>
    <message>
        <source>Events: off</source>
        <translation>События: приём выключен</translation>
    </message>
    <message>
        <source>Deliveries: none waits</source>
        <translation>Отправки: ничего не ждёт</translation>
    </message>
    <message>
        <source>Deliveries: {what}</source>
        <translation>Отправки: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n в очереди</numerusform>
            <numerusform>%n в очереди</numerusform>
            <numerusform>%n в очереди</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n ждёт вас</numerusform>
            <numerusform>%n ждут вас</numerusform>
            <numerusform>%n ждут вас</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>Sold more than there was: the stock is {here}.</source>
        <translation>Продано больше, чем было: остаток {here}.</translation>
    </message>
    <message>
        <source>An online event does not fit what was known. Compare the stock with the cabinet.</source>
        <translation>Событие маркетплейса не сходится с тем, что было известно. Сверьте остаток с кабинетом.</translation>
    </message>
    <message>
        <source>Online events can be read in several ways; the likeliest is shown.</source>
        <translation>События маркетплейса можно понять по-разному; показано самое вероятное.</translation>
    </message>
    <message>
        <source>The marketplace shows {agreed}, here it is {here}. Compare and correct.</source>
        <translation>На маркетплейсе {agreed}, здесь {here}. Сверьте и исправьте.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>These data were written by a newer Polka.</source>
        <translation>Эти данные записаны более новой «Полкой».</translation>
    </message>
    <message>
        <source>Install the newest version; nothing was changed.</source>
        <translation>Установите новую версию; ничего не изменено.</translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation>Базу данных держит другая программа.</translation>
    </message>
    <message>
        <source>Close it, or wait a little, and try again. Nothing was lost.</source>
        <translation>Закройте её или немного подождите и попробуйте снова. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation>Диск заполнен: это не сохранено.</translation>
    </message>
    <message>
        <source>Free some space and try again. What was saved before is safe.</source>
        <translation>Освободите место и попробуйте снова. Сохранённое раньше цело.</translation>
    </message>
    <message>
        <source>The file {path} is damaged or is not Polka's.</source>
        <translation>Файл {path} повреждён или это не файл «Полки».</translation>
    </message>
    <message>
        <source>Restore a copy from the folder “backups”; Polka changed nothing.</source>
        <translation>Верните копию из папки «backups»; «Полка» ничего не меняла.</translation>
    </message>
    <message>
        <source>Polka may not write to {path}.</source>
        <translation>«Полке» нельзя писать в {path}.</translation>
    </message>
    <message>
        <source>Allow writing there, or start Polka with another folder (--data).</source>
        <translation>Разрешите запись или запустите «Полку» с другой папкой (--data).</translation>
    </message>
</context>
<context>
    <name>StripRoom</name>
    <message>
        <source>Show less</source>
        <translation>Свернуть</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>The article is the one on the product’s card, with the zeros at its beginning: 00123.</source>
        <translation>Артикул пишите как в карточке товара, вместе с нулями в начале: 00123.</translation>
    </message>
    <message>
        <source>Columns may be moved, columns of your own added, and this sheet deleted.</source>
        <translation>Столбцы можно переставлять, добавлять свои, а этот лист — удалить.</translation>
    </message>
    <message>
        <source>Each row is one size of one product.</source>
        <translation>Одна строка — один размер одного товара.</translation>
    </message>
    <message>
        <source>Quantities are whole pieces. An empty cell changes nothing.</source>
        <translation>Количество — целое число штук. Пустая ячейка ничего не меняет.</translation>
    </message>
    <message>
        <source>Whether the pieces came, were sold or came back is chosen when the file is imported.</source>
        <translation>Поступление это, продажа или возврат, вы выберете при импорте файла.</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Sizes side by side</source>
        <translation>Размеры в столбцах</translation>
    </message>
    <message>
        <source>Each row is one product, each column one size: change their headings to yours.</source>
        <translation>Одна строка — один товар, один столбец — один размер. Заголовки размеров замените своими.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Each row is one product with its new price; all its sizes cost the same.</source>
        <translation>Одна строка — один товар и его новая цена, общая для всех размеров.</translation>
    </message>
    <message>
        <source>The price is a number without a currency.</source>
        <translation>Цена — число, без обозначения валюты.</translation>
    </message>
    <message>
        <source>Products that are not in the sheet keep their price.</source>
        <translation>У товаров, которых нет в таблице, цена не изменится.</translation>
    </message>
    <message>
        <source>Stock count</source>
        <translation>Инвентаризация</translation>
    </message>
    <message>
        <source>Type how many pieces there are now; 0 where there are none left.</source>
        <translation>Впишите, сколько штук есть сейчас; если не осталось ни одной — 0.</translation>
    </message>
    <message>
        <source>Polka works out what came and what was sold. Sizes without a figure stay.</source>
        <translation>«Полка» сама посчитает, что поступило и что продано. Размеры без числа не изменятся.</translation>
    </message>
    <message>
        <source>How to fill in</source>
        <translation>Как заполнить</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>Это не цена</translation>
    </message>
    <message>
        <source>Not pieces</source>
        <translation>Это не количество</translation>
    </message>
    <message>
        <source>Type a number above 0, without a currency.</source>
        <translation>Введите число больше 0, без обозначения валюты.</translation>
    </message>
    <message>
        <source>Type a whole number, 0 or more.</source>
        <translation>Введите целое число, 0 или больше.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
</context>
<context>
    <name>TemplateButton</name>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Empty workbooks whose columns Polka knows</source>
        <translation>Пустые таблицы, столбцы которых «Полка» знает</translation>
    </message>
    <message>
        <source>Quantities: a row for each size</source>
        <translation>Количества: размер в строке</translation>
    </message>
    <message>
        <source>Quantities: a column for each size</source>
        <translation>Количества: размер в столбце</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Stock count</source>
        <translation>Инвентаризация</translation>
    </message>
    <message>
        <source>Saved: {name}. Fill it in and drop it here.</source>
        <translation>Сохранено: {name}. Заполните и перетащите сюда.</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>{time}, by {who}</source>
        <translation>{time}, {who}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Polka: demo</source>
        <translation>Полка: демонстрация</translation>
    </message>
    <message>
        <source>Polka</source>
        <translation>Полка</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Open Polka</source>
        <translation>Открыть «Полку»</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) wait for you</source>
        <translation>
            <numerusform>%n отправка ждёт вас</numerusform>
            <numerusform>%n отправки ждут вас</numerusform>
            <numerusform>%n отправок ждут вас</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not recognised</source>
        <translation>
            <numerusform>%n событие не опознано</numerusform>
            <numerusform>%n события не опознаны</numerusform>
            <numerusform>%n событий не опознано</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Вас ничего не ждёт</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>Возобновить отправку</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Приостановить отправку</translation>
    </message>
    <message>
        <source>Quit Polka</source>
        <translation>Выйти из «Полки»</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>On its way</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>The cabinet shows now</source>
        <translation>Сейчас в кабинете</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Only what was delivered can be taken back.</source>
        <translation>Отменить можно только то, что доставлено.</translation>
    </message>
    <message>
        <source>Something is typed already for: {sizes}.</source>
        <translation>Для этих размеров уже что-то вписано: {sizes}.</translation>
    </message>
    <message>
        <source>Send or take away what is typed, then try again.</source>
        <translation>Отправьте или сбросьте вписанное и попробуйте ещё раз.</translation>
    </message>
</context>
<context>
    <name>UpgradePage</name>
    <message>
        <source>Your data are being brought up to date</source>
        <translation>Обновляем ваши данные</translation>
    </message>
    <message>
        <source>This version of Polka keeps them in another way. A copy is saved first. With a long log of events it takes a minute or two; then Polka opens by itself.</source>
        <translation>Эта версия «Полки» хранит их по-новому. Сначала сохраняется копия. Если событий накопилось много, это займёт минуту-другую, потом «Полка» откроется сама.</translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message>
        <source>That is more than {most} pieces.</source>
        <translation>Это больше {most} штук.</translation>
    </message>
    <message>
        <source>Zero pieces change nothing. Clear the cell instead.</source>
        <translation>Ноль штук ничего не меняет. Просто очистите ячейку.</translation>
    </message>
    <message>
        <source>Type the quantity without a minus: the action says the direction.</source>
        <translation>Впишите количество без минуса: направление задаёт действие.</translation>
    </message>
    <message>
        <source>Pieces are whole: 1, 2, 3.</source>
        <translation>Количество — целое число: 1, 2, 3.</translation>
    </message>
    <message>
        <source>The quantity is a whole number, for example 2.</source>
        <translation>Количество — целое число, например 2.</translation>
    </message>
    <message>
        <source>A price cannot be below zero.</source>
        <translation>Цена не бывает меньше нуля.</translation>
    </message>
    <message>
        <source>A price cannot be zero.</source>
        <translation>Цена не бывает нулевой.</translation>
    </message>
    <message>
        <source>That price is too high to be right.</source>
        <translation>Цена слишком большая, похоже на ошибку.</translation>
    </message>
    <message>
        <source>Is “{text}” thousands or decimals? Type 76 000 or 76,50.</source>
        <translation>«{text}»: это тысячи или копейки? Впишите 76 000 или 76,50.</translation>
    </message>
    <message>
        <source>A price has at most two decimals, for example 76 000,50.</source>
        <translation>В цене не больше двух знаков после запятой, например 76 000,50.</translation>
    </message>
    <message>
        <source>A price is a number, for example 76 000 or 76 000,50.</source>
        <translation>Цена — число, например 76 000 или 76 000,50.</translation>
    </message>
    <message>
        <source>The old value stays.</source>
        <translation>Старое значение осталось.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waiting for you</source>
        <translation>Ждут вас</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) without an answer</source>
        <translation>
            <numerusform>%n отправка без ответа</numerusform>
            <numerusform>%n отправки без ответа</numerusform>
            <numerusform>%n отправок без ответа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) oversold</source>
        <translation>
            <numerusform>%n размер продан сверх остатка</numerusform>
            <numerusform>%n размера проданы сверх остатка</numerusform>
            <numerusform>%n размеров проданы сверх остатка</numerusform>
        </translation>
    </message>
    <message>
        <source>Events are refused</source>
        <translation>События отклоняются</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) rejected</source>
        <translation>
            <numerusform>%n отправка отклонена</numerusform>
            <numerusform>%n отправки отклонены</numerusform>
            <numerusform>%n отправок отклонено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not recognised</source>
        <translation>
            <numerusform>%n событие не опознано</numerusform>
            <numerusform>%n события не опознаны</numerusform>
            <numerusform>%n событий не опознано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) to compare</source>
        <translation>
            <numerusform>%n размер нужно сверить</numerusform>
            <numerusform>%n размера нужно сверить</numerusform>
            <numerusform>%n размеров нужно сверить</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchedFolderDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>Слежение за папкой</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>Следить за этой папкой</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>What the files mean</source>
        <translation>Что означают файлы</translation>
    </message>
    <message>
        <source>As the headings of each file say</source>
        <translation>По заголовкам в каждом файле</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>When a table appears in the folder, Polka prepares its import and says so. You look at it and send it; nothing is sent by itself.</source>
        <translation>Когда в папке появится таблица, «Полка» подготовит её к импорту и сообщит об этом. Проверяете и отправляете вы: сама «Полка» ничего не отправит.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Выберите папку</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>receipts</source>
        <translation>поступление</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>продажа</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>return</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>price</source>
        <translation>цена</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт повтора</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>corrected by the cabinet</source>
        <translation>исправлено по кабинету</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>no answer, please check</source>
        <translation>нет ответа, проверьте</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>replaced by a newer price</source>
        <translation>заменено новой ценой</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>снято с отправки</translation>
    </message>
    <message>
        <source>waits: earlier one rejected</source>
        <translation>ждёт: прошлая отклонена</translation>
    </message>
    <message>
        <source>waits: earlier one unanswered</source>
        <translation>ждёт: прошлая без ответа</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>продажа</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>first word</source>
        <translation>первое событие</translation>
    </message>
    <message>
        <source>overwritten</source>
        <translation>перезаписано</translation>
    </message>
    <message>
        <source>several readings</source>
        <translation>неоднозначно</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>не сходится</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>не опознано</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новое</translation>
    </message>
    <message>
        <source>opening stock</source>
        <translation>начало учёта</translation>
    </message>
    <message>
        <source>online sale</source>
        <translation>продажа онлайн</translation>
    </message>
    <message>
        <source>online return</source>
        <translation>возврат онлайн</translation>
    </message>
    <message>
        <source>marketplace's stock</source>
        <translation>от маркетплейса</translation>
    </message>
    <message>
        <source>as in the event</source>
        <translation>как в событии</translation>
    </message>
    <message>
        <source>reading settled</source>
        <translation>остаток уточнён</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>исправление</translation>
    </message>
    <message>
        <source>link undone</source>
        <translation>привязка отменена</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>дошло</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>не дошло</translation>
    </message>
    <message>
        <source>as in the cabinet</source>
        <translation>как в кабинете</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>исправлено</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>Sold online</source>
        <translation>Продано онлайн</translation>
    </message>
    <message>
        <source>Sold here</source>
        <translation>Продано в магазине</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Возвраты</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
</context>
</TS>
