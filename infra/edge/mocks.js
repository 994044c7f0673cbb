// Viewer request of a distribution that serves mocks: which file of which version answers an address, and who may
// see it. CloudFront Functions, runtime 2.0: no network but the key-value store, 10 KB, about a millisecond.
// KIND is what this distribution serves: "spec" (our mocks) or "site" (made elsewhere). infra/constructs fills it in.
import cf from 'cloudfront';
import crypto from 'crypto';

const KIND = '@KIND@';
const CSP = "@CSP@";
const store = cf.kvs();

const LONGEST = 1024;
const ADDRESS = /^\/m\/([a-z0-9]{16})(\/.*)?$/;
const PASS = /^([0-9]{10})\.([0-9a-f]{64})$/;
const CODE = /^[a-z0-9]{10}$/;

const TEXTS = {
  ja: {
    missing: ['ページが見つかりません', 'アドレスをご確認ください。受け取ったリンクを、もう一度開いてみてください。'],
    gone: ['このモックの公開は終了しました', 'ご協力ありがとうございました。'],
    locked: ['パスコードを入力してください', 'このモックは、パスコードをお持ちの方だけがご覧になれます。'],
    label: 'パスコード',
    button: '開く',
    wrong: 'パスコードが違います。もう一度お試しください。',
  },
  en: {
    missing: ['Page not found', 'Please check the address, or open the link that you were given once more.'],
    gone: ['This mock is no longer online', 'Thank you for trying it.'],
    locked: ['Please enter the passcode', 'Only those who were given the passcode can see this mock.'],
    label: 'Passcode',
    button: 'Open',
    wrong: 'That is not the passcode. Please try again.',
  },
};

const STYLE = ':root{color-scheme:light dark;font:100%/1.7 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif}'
  + 'body{margin:0;min-height:100vh;display:grid;place-items:center}main{max-width:28rem;padding:2rem 1.5rem}'
  + 'h1{font-size:1.4rem;line-height:1.4;margin:0 0 .75rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:0 0 1.25rem}'
  + 'label{display:block;font-weight:600;margin-bottom:.4rem}'
  + 'input{font:inherit;font-size:1.15rem;letter-spacing:.08em;width:100%;box-sizing:border-box;padding:.65rem .8rem;'
  + 'border:1px solid #767676;border-radius:.5rem}'
  + 'button{font:inherit;font-weight:600;margin-top:1rem;padding:.65rem 1.75rem;border:0;border-radius:.5rem;'
  + 'background:#1f4fd8;color:#fff;cursor:pointer}:focus-visible{outline:3px solid #7aa2ff;outline-offset:2px}'
  + '.wrong{color:#b3261e;font-weight:600}@media(prefers-color-scheme:dark){.wrong{color:#ffb4ab}}';

async function handler(event) {
  const request = event.request;
  if (request.uri === '/edge.css') return answer(200, 'text/css', STYLE, 'public, max-age=3600');
  const spoken = language(request);
  const found = request.uri.length <= LONGEST ? ADDRESS.exec(request.uri) : null;
  if (!found) return page(404, spoken, 'missing');
  const id = found[1];
  const pointer = await look(id);
  if (!pointer) return page(404, spoken, 'missing');
  if (pointer.gone) return page(410, pointer.l, 'gone');
  if (pointer.o !== KIND) return page(404, spoken, 'missing');
  const path = found[2];
  if (!path) return redirect('/m/' + id + '/', request.querystring);
  if (pointer.p && !passes(id, pointer.p, request.cookies)) return unlockPage(id, pointer.l, request.querystring);
  if (!isPlain(path)) return page(404, pointer.l, 'missing');
  const file = fileOf(path, pointer.f || []);
  if (file === '') return redirect('/m/' + id + path + '/', request.querystring);
  request.uri = '/sites/' + id + '/' + pointer.v + file;
  return request;
}

async function look(id) {
  try {
    return await store.get(id, { format: 'json' });
  } catch (error) {
    if (await store.exists(id)) throw error; // a store that does not answer is no missing mock
    return null;
  }
}

// A path that means another one (dots, encoded or doubled slashes, backslashes, control characters) is refused.
function isPlain(path) {
  if (/%2f|%5c|\\/i.test(path)) return false;
  let plain;
  try {
    plain = decodeURIComponent(path);
  } catch (error) {
    return false;
  }
  if (/[\u0000-\u001f\u007f]/.test(plain)) return false;
  const parts = plain.split('/');
  for (let i = 1; i < parts.length; i++) {
    const isLast = i === parts.length - 1;
    if (parts[i] === '.' || parts[i] === '..' || (parts[i] === '' && !isLast)) return false;
  }
  return true;
}

// The file below the version; '' if the address should end with a slash, so that relative links work.
function fileOf(path, folders) {
  if (path === '/') return '/index.html';
  const isFolder = path[path.length - 1] === '/';
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (!isFolder && last.indexOf('.') >= 0) return path;
  if (KIND === 'site') {
    const name = decodeURIComponent(isFolder ? path.slice(1, -1) : path.slice(1));
    const has = (one) => folders.indexOf(one) >= 0;
    if (!has(name)) {
      if (has(name + '.html') || (has('*.html') && !isFolder)) return (isFolder ? path.slice(0, -1) : path) + '.html';
      if (!has('*')) return '/index.html'; // a screen that the site's own script makes
    }
  }
  return isFolder ? path + 'index.html' : '';
}

function passes(id, key, cookies) {
  const cookie = cookies['mlew-pass-' + id];
  const found = cookie ? PASS.exec(cookie.value) : null;
  if (!found || Number(found[1]) * 1000 < Date.now()) return false;
  return isSame(crypto.createHmac('sha256', key).update(id + '.' + found[1]).digest('hex'), found[2]);
}

function isSame(one, other) {
  let different = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) different |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return different === 0;
}

function language(request) {
  const accepted = request.headers['accept-language'];
  return accepted && /^ja\b/i.test(accepted.value) ? 'ja' : 'en';
}

// Only what we give out ourselves goes back into a page or an address.
function kept(query) {
  const parts = [];
  if (query.t && CODE.test(query.t.value)) parts.push('t=' + query.t.value);
  if (query.preview) parts.push('preview=1');
  return parts;
}

function redirect(path, query) {
  const parts = kept(query);
  const made = answer(302, 'text/plain', '', 'no-store');
  made.headers.location = { value: path + (parts.length ? '?' + parts.join('&') : '') };
  return made;
}

function unlockPage(id, spoken, query) {
  const text = TEXTS[spoken];
  const hidden = kept(query).map((part) => {
    const pair = part.split('=');
    return '<input type="hidden" name="' + pair[0] + '" value="' + pair[1] + '">';
  });
  const isWrong = query.unlock && query.unlock.value === 'wrong';
  const wrong = isWrong ? '<p class="wrong" role="alert" id="wrong">' + text.wrong + '</p>' : '';
  const form = wrong + '<form method="post" action="/v1/unlock"><input type="hidden" name="mock" value="' + id + '">'
    + hidden.join('') + '<label for="passcode">' + text.label + '</label><input id="passcode" name="passcode" required '
    + 'autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100" autofocus'
    + (isWrong ? ' aria-invalid="true" aria-describedby="wrong"' : '') + '><button>' + text.button + '</button></form>';
  return page(403, spoken, 'locked', form);
}

function page(status, spoken, name, form) {
  const words = TEXTS[spoken][name];
  const body = '<!doctype html><html lang="' + spoken + '"><meta charset="utf-8"><meta name="viewport" '
    + 'content="width=device-width"><meta name="robots" content="noindex"><title>' + words[0] + '</title><link '
    + 'rel="stylesheet" href="/edge.css"><main><h1>' + words[0] + '</h1><p>' + words[1] + '</p>' + (form || '')
    + '</main></html>';
  return answer(status, 'text/html', body, 'no-store');
}

// What this function answers itself passes no policy of the distribution: its headers are made here.
function answer(status, media, body, caching) {
  const headers = {
    'content-type': { value: media + '; charset=utf-8' },
    'cache-control': { value: caching },
    'content-security-policy': { value: CSP },
    'strict-transport-security': { value: 'max-age=31536000; includeSubDomains' },
    'x-content-type-options': { value: 'nosniff' },
    'referrer-policy': { value: 'same-origin' },
    'x-robots-tag': { value: 'noindex, nofollow' },
  };
  return { statusCode: status, headers: headers, body: body };
}
