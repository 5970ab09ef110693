// Compiled from libs/mail/layout/letter.mjml by scripts/write-mail-layout.mjs; do not edit.
export const layout =
  "<!doctype html>\n" +
  "<html lang=\"{{language}}\" dir=\"auto\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n" +
  "<head>\n" +
  "<title>{{title}}</title>\n" +
  "<!--[if !mso]><!-->\n" +
  "<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\">\n" +
  "<!--<![endif]-->\n" +
  "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">\n" +
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
  "<style type=\"text/css\">\n" +
  "#outlook a { padding:0; }\n" +
  "body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }\n" +
  "table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }\n" +
  "img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }\n" +
  "p { display:block;margin:13px 0; }\n" +
  "</style>\n" +
  "<!--[if mso]>\n" +
  "<noscript>\n" +
  "<xml>\n" +
  "<o:OfficeDocumentSettings>\n" +
  "<o:AllowPNG/>\n" +
  "<o:PixelsPerInch>96</o:PixelsPerInch>\n" +
  "</o:OfficeDocumentSettings>\n" +
  "</xml>\n" +
  "</noscript>\n" +
  "<![endif]-->\n" +
  "<!--[if lte mso 11]>\n" +
  "<style type=\"text/css\">\n" +
  ".mj-outlook-group-fix { width:100% !important; }\n" +
  "</style>\n" +
  "<![endif]-->\n" +
  "<style type=\"text/css\">\n" +
  "@media only screen and (min-width:480px) {\n" +
  ".mj-column-per-100 { width:100% !important; max-width: 100%; }\n" +
  "}\n" +
  "</style>\n" +
  "<style media=\"screen and (min-width:480px)\">\n" +
  ".moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }\n" +
  "</style>\n" +
  "<style type=\"text/css\">\n" +
  ":root { color-scheme: light dark; supported-color-schemes: light dark; }\n" +
  "h1, h2, p, ul, ol { margin: 0; padding: 0; }\n" +
  "h1 { font-size: 22px; line-height: 1.35; font-weight: bold; }\n" +
  "h2 { font-size: 19px; line-height: 1.35; font-weight: bold; }\n" +
  "ul, ol { padding-left: 24px; }\n" +
  "li { padding-bottom: 4px; }\n" +
  "h1, h2, p, li, a { overflow-wrap: break-word; word-wrap: break-word; }\n" +
  ".words a { color: #0b5394; text-decoration: underline; overflow-wrap: anywhere; word-break: break-word; }\n" +
  "@media (prefers-color-scheme: dark) {\n" +
  "body, .ground, .ground > div { background-color: #15181c !important; }\n" +
  ".sheet > table > tbody > tr > td { background-color: #1f242a !important; }\n" +
  ".words div, .words h1, .words h2, .words p, .words li { color: #eef1f4 !important; }\n" +
  ".words a { color: #9ecbff !important; }\n" +
  ".act td, .act a { background-color: #9ecbff !important; background: #9ecbff !important; color: #10151b !important; }\n" +
  ".rule p { border-top-color: #59636e !important; }\n" +
  "}\n" +
  "</style>\n" +
  "<meta name=\"color-scheme\" content=\"light dark\" />\n" +
  "<meta name=\"supported-color-schemes\" content=\"light dark\" />\n" +
  "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\" />\n" +
  "</head>\n" +
  "<body  class=\"ground\" style=\"word-spacing:normal;background-color:#eef1f4;\">\n" +
  "<div style=\"display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;\">{{preview}}</div>\n" +
  "<div\n" +
  "aria-label=\"{{title}}\" aria-roledescription=\"email\" role=\"article\" lang=\"{{language}}\" dir=\"auto\" style=\"word-spacing:normal;background-color:#eef1f4;\"\n" +
  ">\n" +
  "<!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"\" role=\"presentation\" style=\"width:640px;\" width=\"640\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n" +
  "<div  style=\"margin:0px auto;max-width:640px;\">\n" +
  "<table\n" +
  "align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n" +
  ">\n" +
  "<tbody>\n" +
  "<tr>\n" +
  "<td\n" +
  "style=\"direction:ltr;font-size:0px;padding:16px 8px;text-align:center;\"\n" +
  ">\n" +
  "<!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"sheet-outlook\" style=\"vertical-align:top;width:624px;\" ><![endif]-->\n" +
  "<div\n" +
  "class=\"mj-column-per-100 mj-outlook-group-fix sheet\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n" +
  ">\n" +
  "<table\n" +
  "border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\" style=\"border-collapse:separate;\"\n" +
  ">\n" +
  "<tbody>\n" +
  "<tr>\n" +
  "<td  style=\"background-color:#ffffff;border-radius:8px;vertical-align:top;border-collapse:separate;padding:24px 0 12px;\">\n" +
  "<table\n" +
  "border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n" +
  ">\n" +
  "<tbody>\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"words\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"\n" +
  ">\n" +
  "<div\n" +
  "style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1b1f24;\"\n" +
  "><h1>{{title}}</h1></div>\n" +
  "</td>\n" +
  "</tr>\n" +
  "{{#parts}}{{#heading}}\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"center\" class=\"rule\" style=\"font-size:0px;padding:8px 24px 24px;word-break:break-word;\"\n" +
  ">\n" +
  "<p\n" +
  "style=\"border-top:solid 1px #8a949e;font-size:1px;margin:0px auto;width:100%;\"\n" +
  ">\n" +
  "</p>\n" +
  "<!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-top:solid 1px #8a949e;font-size:1px;margin:0px auto;width:576px;\" role=\"presentation\" width=\"576px\" ><tr><td style=\"height:0;line-height:0;\"> &nbsp;\n" +
  "</td></tr></table><![endif]-->\n" +
  "</td>\n" +
  "</tr>\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"words\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"\n" +
  ">\n" +
  "<div\n" +
  "style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1b1f24;\"\n" +
  "><h2>{{heading}}</h2></div>\n" +
  "</td>\n" +
  "</tr>\n" +
  "{{/heading}}{{#blocks}}{{#paragraph}}\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"words\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"\n" +
  ">\n" +
  "<div\n" +
  "style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1b1f24;\"\n" +
  ">{{#lines}}<p style=\"margin:0;padding:{{gap}} 0 0;\">{{text}}{{#link}}{{label}}: <a href=\"{{href}}\">{{target}}</a>{{/link}}</p>{{/lines}}</div>\n" +
  "</td>\n" +
  "</tr>\n" +
  "{{/paragraph}}{{#listed}}\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"words\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"\n" +
  ">\n" +
  "<div\n" +
  "style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1b1f24;\"\n" +
  "><ul>{{#items}}<li>{{.}}</li>{{/items}}</ul></div>\n" +
  "</td>\n" +
  "</tr>\n" +
  "{{/listed}}{{#numbered}}\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"words\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"\n" +
  ">\n" +
  "<div\n" +
  "style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1b1f24;\"\n" +
  "><ol>{{#items}}<li>{{.}}</li>{{/items}}</ol></div>\n" +
  "</td>\n" +
  "</tr>\n" +
  "{{/numbered}}{{#act}}\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"act\" style=\"font-size:0px;padding:0 24px 8px;word-break:break-word;\"\n" +
  ">\n" +
  "<table\n" +
  "border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n" +
  ">\n" +
  "<tbody>\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"center\" bgcolor=\"#0b5394\" role=\"presentation\" style=\"border:none;border-radius:6px;cursor:auto;mso-padding-alt:14px 22px;text-align:left;background:#0b5394;\" valign=\"middle\"\n" +
  ">\n" +
  "<a\n" +
  "href=\"{{href}}\" style=\"display:inline-block;background:#0b5394;color:#ffffff;font-family:Arial, Helvetica, sans-serif;font-size:17px;font-weight:bold;line-height:1.4;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:6px;\" target=\"_blank\"\n" +
  ">\n" +
  "{{label}}\n" +
  "</a>\n" +
  "</td>\n" +
  "</tr>\n" +
  "</tbody>\n" +
  "</table>\n" +
  "</td>\n" +
  "</tr>\n" +
  "<tr>\n" +
  "<td\n" +
  "align=\"left\" class=\"words\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"\n" +
  ">\n" +
  "<div\n" +
  "style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1b1f24;\"\n" +
  "><p><a href=\"{{href}}\">{{target}}</a></p></div>\n" +
  "</td>\n" +
  "</tr>\n" +
  "{{/act}}{{/blocks}}{{/parts}}\n" +
  "</tbody>\n" +
  "</table>\n" +
  "</td>\n" +
  "</tr>\n" +
  "</tbody>\n" +
  "</table>\n" +
  "</div>\n" +
  "<!--[if mso | IE]></td></tr></table><![endif]-->\n" +
  "</td>\n" +
  "</tr>\n" +
  "</tbody>\n" +
  "</table>\n" +
  "</div>\n" +
  "<!--[if mso | IE]></td></tr></table><![endif]-->\n" +
  "</div>\n" +
  "</body>\n" +
  "</html>\n";
